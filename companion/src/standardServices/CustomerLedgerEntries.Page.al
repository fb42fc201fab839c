/// <summary>
/// Stands in for page 25 as the service CustomerLedgerEntries: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50110 "BCS Cust. Ledger Entries"
{
    ApplicationArea = All;
    Caption = 'Customer Ledger Entries';
    PageType = List;
    SourceTable = "Cust. Ledger Entry";
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Rows)
            {
                field("Entry No."; Rec."Entry No.") { }
                field("Posting Date"; Rec."Posting Date") { }
                field("Document Type"; Rec."Document Type") { }
                field("Document No."; Rec."Document No.") { }
                field("Customer No."; Rec."Customer No.") { }
                field(Description; Rec.Description) { }
                field("Currency Code"; Rec."Currency Code") { }
                field("Remaining Amount"; Rec."Remaining Amount") { }
                field("Amount (LCY)"; Rec."Amount (LCY)") { }
                field("Remaining Amt. (LCY)"; Rec."Remaining Amt. (LCY)") { }
                field("Sales (LCY)"; Rec."Sales (LCY)") { }
                field("Due Date"; Rec."Due Date") { }
                field(Open; Rec.Open) { }
                field("Closed at Date"; Rec."Closed at Date") { }
                field(Reversed; Rec.Reversed) { }
            }
        }
    }
}

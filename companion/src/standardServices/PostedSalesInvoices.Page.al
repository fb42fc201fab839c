/// <summary>
/// Stands in for page 143 as the service PostedSalesInvoices: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50124 "BCS Posted Sales Invoices"
{
    ApplicationArea = All;
    Caption = 'Posted Sales Invoices';
    PageType = List;
    SourceTable = "Sales Invoice Header";
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
                field("No."; Rec."No.") { }
                field("Sell-to Customer No."; Rec."Sell-to Customer No.") { }
                field("Sell-to Customer Name"; Rec."Sell-to Customer Name") { }
                field("Order No."; Rec."Order No.") { }
                field("Posting Date"; Rec."Posting Date") { }
                field("Due Date"; Rec."Due Date") { }
                field(Amount; Rec.Amount) { }
                field("Amount Including VAT"; Rec."Amount Including VAT") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

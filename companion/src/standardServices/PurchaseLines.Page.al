/// <summary>
/// Stands in for page 518 as the service PurchaseLines: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50104 "BCS Purchase Lines"
{
    ApplicationArea = All;
    Caption = 'Purchase Lines';
    PageType = List;
    SourceTable = "Purchase Line";
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
                field("Document Type"; Rec."Document Type") { }
                field("Document No."; Rec."Document No.") { }
                field("Line No."; Rec."Line No.") { }
                field(Type; Rec.Type) { }
                field("No."; Rec."No.") { }
                field("Variant Code"; Rec."Variant Code") { }
                field("Location Code"; Rec."Location Code") { }
                field("Unit of Measure Code"; Rec."Unit of Measure Code") { }
                field(Quantity; Rec.Quantity) { }
                field("Outstanding Quantity"; Rec."Outstanding Quantity") { }
                field("Reserved Qty. (Base)"; Rec."Reserved Qty. (Base)") { }
                field("Expected Receipt Date"; Rec."Expected Receipt Date") { }
            }
        }
    }
}

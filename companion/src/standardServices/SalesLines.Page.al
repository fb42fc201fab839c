/// <summary>
/// Stands in for page 516 as the service SalesLines: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50103 "BCS Sales Lines"
{
    ApplicationArea = All;
    Caption = 'Sales Lines';
    PageType = List;
    SourceTable = "Sales Line";
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
                field("Shipment Date"; Rec."Shipment Date") { }
            }
        }
    }
}

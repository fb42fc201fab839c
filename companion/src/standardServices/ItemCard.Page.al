/// <summary>
/// Stands in for page 30 as the service ItemCard: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// The flow filters Location Filter, Variant Filter and Date Filter come with the table and change the sums.
/// </summary>
page 50102 "BCS Item Card"
{
    ApplicationArea = All;
    Caption = 'Items';
    PageType = List;
    SourceTable = Item;
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
                field(Description; Rec.Description) { }
                field(Type; Rec.Type) { }
                field(Blocked; Rec.Blocked) { }
                field("Base Unit of Measure"; Rec."Base Unit of Measure") { }
                field(Inventory; Rec.Inventory) { }
                field("Qty. on Purch. Order"; Rec."Qty. on Purch. Order") { }
                field("Qty. on Sales Order"; Rec."Qty. on Sales Order") { }
                field("Unit Price"; Rec."Unit Price") { }
                field("Unit Cost"; Rec."Unit Cost") { }
                field("Unit Volume"; Rec."Unit Volume") { }
                field("Gross Weight"; Rec."Gross Weight") { }
                field("Vendor Item No."; Rec."Vendor Item No.") { }
                field("Safety Stock Quantity"; Rec."Safety Stock Quantity") { }
                field("Lead Time Calculation"; Rec."Lead Time Calculation") { }
            }
        }
    }
}

/// <summary>
/// Inventory of coupled items, by product. Business Central had this page as 5390 up to version 27; properties and key are
/// the same. Published as ProductItemAvailability where no service has that name. Item No., UOM and Inventory are worked
/// out row by row: filter on the other fields.
/// </summary>
page 50101 "BCS Product Item Availability"
{
    ApplicationArea = All;
    Caption = 'Product Item Availability';
    PageType = List;
    SourceTable = "CRM Integration Record";
    SourceTableView = where("Table ID" = const(Database::Item));
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Items)
            {
                field("CRM ID"; Rec."CRM ID") { }
                field("Integration ID"; Rec."Integration ID") { }
                field("Table ID"; Rec."Table ID") { }
                field(ItemNo; Item."No.")
                {
                    Caption = 'Item No.';
                }
                field(UOM; Item."Base Unit of Measure")
                {
                    Caption = 'Base Unit of Measure';
                }
                field(Inventory; Item.Inventory)
                {
                    Caption = 'Inventory';
                }
            }
        }
    }

    var
        Item: Record Item;

    trigger OnAfterGetRecord()
    begin
        Clear(Item);
        Item.SetLoadFields("No.", "Base Unit of Measure");
        if Item.GetBySystemId(Rec."Integration ID") then
            Item.CalcFields(Inventory);
    end;
}

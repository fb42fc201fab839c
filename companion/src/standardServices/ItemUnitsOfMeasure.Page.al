/// <summary>
/// Stands in for page 5404 as the service ItemUnitsOfMeasure: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50105 "BCS Item Units of Measure"
{
    ApplicationArea = All;
    Caption = 'Item Units of Measure';
    PageType = List;
    SourceTable = "Item Unit of Measure";
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
                field("Item No."; Rec."Item No.") { }
                field("Code"; Rec."Code") { }
                field("Qty. per Unit of Measure"; Rec."Qty. per Unit of Measure") { }
            }
        }
    }
}

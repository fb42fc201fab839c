/// <summary>
/// Stands in for page 209 as the service UnitsOfMeasure: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50119 "BCS Units of Measure"
{
    ApplicationArea = All;
    Caption = 'Units of Measure';
    PageType = List;
    SourceTable = "Unit of Measure";
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
                field("Code"; Rec."Code") { }
                field(Description; Rec.Description) { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

/// <summary>
/// Stands in for page 15 as the service LocationList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50107 "BCS Location List"
{
    ApplicationArea = All;
    Caption = 'Locations';
    PageType = List;
    SourceTable = Location;
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
                field(Name; Rec.Name) { }
            }
        }
    }
}

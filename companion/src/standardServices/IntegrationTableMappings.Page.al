/// <summary>
/// Stands in for page 5335 as the service IntegrationTableMappings: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50125 "BCS Integration Table Mappings"
{
    ApplicationArea = All;
    Caption = 'Integration Table Mappings';
    PageType = List;
    SourceTable = "Integration Table Mapping";
    SourceTableView = where("Delete After Synchronization" = const(false), Type = const(Dataverse));
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
                field(Name; Rec.Name) { }
                field(Direction; Rec.Direction) { }
                field("Table ID"; Rec."Table ID") { }
                field("Integration Table ID"; Rec."Integration Table ID") { }
                field("Dependency Filter"; Rec."Dependency Filter") { }
                field("Synch. Only Coupled Records"; Rec."Synch. Only Coupled Records") { }
                field("Synch. Modified On Filter"; Rec."Synch. Modified On Filter") { }
                field("Synch. Int. Tbl. Mod. On Fltr."; Rec."Synch. Int. Tbl. Mod. On Fltr.") { }
            }
        }
    }
}

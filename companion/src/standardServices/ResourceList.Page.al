/// <summary>
/// Stands in for page 77 as the service ResourceList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50115 "BCS Resource List"
{
    ApplicationArea = All;
    Caption = 'Resources';
    PageType = List;
    SourceTable = Resource;
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
                field(Name; Rec.Name) { }
                field(Type; Rec.Type) { }
                field(Blocked; Rec.Blocked) { }
                field("Base Unit of Measure"; Rec."Base Unit of Measure") { }
                field("Unit Price"; Rec."Unit Price") { }
                field("Unit Cost"; Rec."Unit Cost") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

/// <summary>
/// Stands in for page 5331 as the service CRMFullSynchReview: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// Like the standard page it makes its lines when it is opened.
/// </summary>
page 50128 "BCS CRM Full Synch. Review"
{
    ApplicationArea = All;
    Caption = 'Dataverse Full Synch. Review';
    PageType = List;
    SourceTable = "CRM Full Synch. Review Line";
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
                field("Dependency Filter"; Rec."Dependency Filter") { }
                field("Job Queue Entry Status"; Rec."Job Queue Entry Status") { }
                field(Direction; Rec.Direction) { }
                field("To Int. Table Job Status"; Rec."To Int. Table Job Status") { }
                field("From Int. Table Job Status"; Rec."From Int. Table Job Status") { }
                field("Initial Synchronization Recommendation"; Rec."Initial Synch Recommendation") { }
            }
        }
    }

    trigger OnOpenPage()
    begin
        Rec.Generate();
    end;
}

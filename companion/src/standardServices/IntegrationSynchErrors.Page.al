/// <summary>
/// Stands in for page 5339 as the service IntegrationSynchErrors: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50127 "BCS Integration Synch. Errors"
{
    ApplicationArea = All;
    Caption = 'Integration Synchronization Errors';
    PageType = List;
    SourceTable = "Integration Synch. Job Errors";
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
                field("Date/Time"; Rec."Date/Time") { }
                field(Message; LastSynchError.Wording(Rec))
                {
                    Caption = 'Error Message';
                }
                field("Integration Synch. Job ID"; Rec."Integration Synch. Job ID") { }
            }
        }
    }

    var
        LastSynchError: Codeunit "BCS Last Synch. Error";
}

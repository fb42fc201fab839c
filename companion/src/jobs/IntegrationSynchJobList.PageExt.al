/// <summary>
/// Lets the standard page, published as IntegrationSynchJobs, be asked for the job that an action has started, and whose the
/// jobs are that are at work.
/// </summary>
pageextension 50100 "BCS Integr. Synch. Job List" extends "Integration Synch. Job List"
{
    layout
    {
        addlast(Group)
        {
            field("Job Queue Entry ID"; Rec."BCS Job Queue Entry ID")
            {
                ApplicationArea = All;
                ToolTip = 'Specifies the job of the job queue that the synchronization belongs to.';
            }
            field("CRM ID"; CrmId)
            {
                ApplicationArea = All;
                Caption = 'CRM ID';
                ToolTip = 'Specifies the record of Sales that the synchronization is about, while it is at work. Blank where it is about several.';
            }
        }
    }

    var
        CrmId: Guid;

    trigger OnAfterGetRecord()
    var
        JobSubject: Codeunit "BCS Job Subject";
    begin
        CrmId := JobSubject.CrmIdOf(Rec);
    end;
}

/// <summary>Lets the standard page, published as IntegrationSynchJobs, be asked for the job that an action has started.</summary>
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
        }
    }
}

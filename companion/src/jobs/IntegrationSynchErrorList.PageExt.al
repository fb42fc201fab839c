/// <summary>Lets the standard page, published as IntegrationSynchErrors, be asked for the errors of one synchronization.</summary>
pageextension 50101 "BCS Integr. Synch. Error List" extends "Integration Synch. Error List"
{
    layout
    {
        addlast(Group)
        {
            field("Integration Synch. Job ID"; Rec."Integration Synch. Job ID")
            {
                ApplicationArea = All;
                ToolTip = 'Specifies the synchronization in which the error occurred.';
            }
        }
    }
}

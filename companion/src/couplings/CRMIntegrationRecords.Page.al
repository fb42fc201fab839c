/// <summary>
/// The couplings, with the record on this side and the reason of the last failure. Published as CRMIntegrationRecords.
/// Record No., Record Name, Last Error and the ends of the jobs are worked out row by row: filter on the other fields.
/// Last Synch. Modified On and Last Synch. CRM Modified On are not the times of the two directions: a synchronization in either
/// writes both (table 5331, SetLastSynchModifiedOns). Those are the ends of the two jobs.
/// </summary>
page 50100 "BCS CRM Integration Records"
{
    ApplicationArea = All;
    Caption = 'Couplings with Sales';
    PageType = List;
    SourceTable = "CRM Integration Record";
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Couplings)
            {
                field("CRM ID"; Rec."CRM ID") { }
                field("Integration ID"; Rec."Integration ID") { }
                field("Table ID"; Rec."Table ID") { }
                field("Record No."; RecordNo)
                {
                    Caption = 'Record No.';
                }
                field("Record Name"; RecordName)
                {
                    Caption = 'Record Name';
                }
                field("Last Synch. Modified On"; Rec."Last Synch. Modified On") { }
                field("Last Synch. CRM Modified On"; Rec."Last Synch. CRM Modified On") { }
                field("Last Synch. Result"; Rec."Last Synch. Result") { }
                field("Last Synch. CRM Result"; Rec."Last Synch. CRM Result") { }
                field("Last Synch. Job ID"; Rec."Last Synch. Job ID") { }
                field("Last Synch. CRM Job ID"; Rec."Last Synch. CRM Job ID") { }
                field("Last Synch. Job Finished"; JobFinished)
                {
                    Caption = 'Last Synch. Job Finished';
                }
                field("Last Synch. CRM Job Finished"; CrmJobFinished)
                {
                    Caption = 'Last Synch. CRM Job Finished';
                }
                field(Skipped; Rec.Skipped) { }
                field("Last Error"; LastError)
                {
                    Caption = 'Last Error';
                }
            }
        }
    }

    var
        RecordName: Text[250];
        RecordNo: Text[50];
        LastError: Text[2048];
        CrmJobFinished: DateTime;
        JobFinished: DateTime;

    trigger OnAfterGetRecord()
    var
        CoupledRecord: Codeunit "BCS Coupled Record";
        LastSynchError: Codeunit "BCS Last Synch. Error";
        RecordId: RecordId;
    begin
        CoupledRecord.Describe(Rec."Table ID", Rec."Integration ID", RecordNo, RecordName, RecordId);
        LastError := LastSynchError.TextOf(Rec, RecordId);
        JobFinished := FinishOf(Rec."Last Synch. Job ID");
        CrmJobFinished := FinishOf(Rec."Last Synch. CRM Job ID");
    end;

    /// <summary>Blank where the job has not ended, or its row has been cleaned away.</summary>
    local procedure FinishOf(JobId: Guid): DateTime
    var
        IntegrationSynchJob: Record "Integration Synch. Job";
    begin
        IntegrationSynchJob.SetLoadFields("Finish Date/Time");
        if IntegrationSynchJob.Get(JobId) then
            exit(IntegrationSynchJob."Finish Date/Time");
        exit(0DT);
    end;
}

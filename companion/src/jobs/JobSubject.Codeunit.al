/// <summary>
/// Says of which record of Sales a synchronization is that is at work. Business Central does not keep that with the
/// synchronization (table 5338). But a job for single records works on a copy of its mapping, whose filters leave just these,
/// and the copy lives as long as the job (codeunit 5330, EnqueueSyncJob and RemoveCoupling).
/// </summary>
codeunit 50110 "BCS Job Subject"
{
    Access = Internal;

    /// <returns>Id of the record in Sales; the empty guid for jobs that have ended or are about several records.</returns>
    procedure CrmIdOf(IntegrationSynchJob: Record "Integration Synch. Job"): Guid
    var
        IntegrationTableMapping: Record "Integration Table Mapping";
        CrmId: Guid;
    begin
        if IntegrationSynchJob."Finish Date/Time" <> 0DT then
            exit(CrmId);
        if not FindCopyOfMapping(IntegrationTableMapping, IntegrationSynchJob."Job Queue Log Entry No.") then
            exit(CrmId);
        CrmId := OnlyGuidIn(IntegrationTableMapping.GetIntegrationTableFilter());
        if not IsNullGuid(CrmId) then
            exit(CrmId);
        exit(PartnerOfOnlyRecord(IntegrationTableMapping));
    end;

    local procedure FindCopyOfMapping(var IntegrationTableMapping: Record "Integration Table Mapping"; JobQueueLogEntryNo: Integer): Boolean
    var
        JobQueueEntry: Record "Job Queue Entry";
        JobQueueLogEntry: Record "Job Queue Log Entry";
    begin
        if not JobQueueLogEntry.Get(JobQueueLogEntryNo) then
            exit(false);
        if not JobQueueEntry.Get(JobQueueLogEntry.ID) then
            exit(false);
        if JobQueueEntry."Record ID to Process".TableNo() <> Database::"Integration Table Mapping" then
            exit(false);
        if not IntegrationTableMapping.Get(JobQueueEntry."Record ID to Process") then
            exit(false);
        exit(IntegrationTableMapping."Delete After Synchronization" and not IntegrationTableMapping."Full Sync is Running");
    end;

    /// <summary>The filter is read as text, for opening a table of Dataverse takes a connection.</summary>
    local procedure OnlyGuidIn(View: Text) Found: Guid
    var
        Start: Integer;
        NoGuid: Guid;
    begin
        Start := StrPos(View, '{');
        if Start = 0 then
            exit(NoGuid);
        if CopyStr(View, Start + 1).Contains('{') then
            exit(NoGuid);
        if not Evaluate(Found, CopyStr(View, Start, 38)) then
            exit(NoGuid);
    end;

    /// <summary>A job that sends has its record in the filter of Business Central's table.</summary>
    local procedure PartnerOfOnlyRecord(IntegrationTableMapping: Record "Integration Table Mapping") CrmId: Guid
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        RecordRef: RecordRef;
        NoGuid: Guid;
        View: Text;
    begin
        View := IntegrationTableMapping.GetTableFilter();
        if View = '' then
            exit(NoGuid);
        RecordRef.Open(IntegrationTableMapping."Table ID");
        RecordRef.SetView(View);
        if RecordRef.Count() <> 1 then
            exit(NoGuid);
        RecordRef.FindFirst();
        if not CRMIntegrationRecord.FindIDFromRecordID(RecordRef.RecordId(), CrmId) then
            exit(NoGuid);
    end;
}

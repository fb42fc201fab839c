/// <summary>
/// Puts work into the job queue and says under which id. Business Central's procedures only say whether they did
/// (codeunit 5330), so the job is caught in this session when it is inserted.
/// </summary>
codeunit 50102 "BCS Synch. Jobs"
{
    Access = Internal;

    var
        NotScheduledErr: Label 'Business Central could not schedule the job. Ask your administrator to look at the job queue entries.';

    /// <summary>Synchronizes one coupled pair in one direction.</summary>
    procedure Synchronize(IntegrationTableMapping: Record "Integration Table Mapping"; RecordId: RecordId; CrmId: Guid; Direction: Integer): Text
    var
        EnqueuedJobListener: Codeunit "BCS Enqueued Job Listener";
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
    begin
        BindSubscription(EnqueuedJobListener);
        if not CRMIntegrationManagement.EnqueueSyncJob(IntegrationTableMapping, RecordId, CrmId, Direction) then
            Error(NotScheduledErr);
        UnbindSubscription(EnqueuedJobListener);
        exit(Scheduled(EnqueuedJobListener.JobId()));
    end;

    /// <summary>Creates the record of Business Central for a record of Sales that is not coupled.</summary>
    procedure Create(IntegrationTableMapping: Record "Integration Table Mapping"; CrmId: Guid): Text
    var
        EnqueuedJobListener: Codeunit "BCS Enqueued Job Listener";
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
        NoSystemIds: List of [Guid];
        CrmIds: List of [Guid];
    begin
        CrmIds.Add(CrmId);
        BindSubscription(EnqueuedJobListener);
        if not CRMIntegrationManagement.EnqueueSyncJob(IntegrationTableMapping, NoSystemIds, CrmIds, IntegrationTableMapping.Direction::FromIntegrationTable, false) then
            Error(NotScheduledErr);
        UnbindSubscription(EnqueuedJobListener);
        exit(Scheduled(EnqueuedJobListener.JobId()));
    end;

    /// <summary>
    /// Uncouples one pair. Mappings without an uncoupling codeunit are uncoupled at once, without a job. The overload
    /// without the id would uncouple the whole table.
    /// </summary>
    procedure Uncouple(IntegrationTableMapping: Record "Integration Table Mapping"; CrmId: Guid): Text
    var
        EnqueuedJobListener: Codeunit "BCS Enqueued Job Listener";
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
    begin
        BindSubscription(EnqueuedJobListener);
        CRMIntegrationManagement.RemoveCoupling(IntegrationTableMapping."Table ID", IntegrationTableMapping."Integration Table ID", CrmId);
        UnbindSubscription(EnqueuedJobListener);
        exit(AsText(EnqueuedJobListener.JobId()));
    end;

    /// <summary>Synchronizes all records of a mapping. Business Central refuses a mapping that does not exist.</summary>
    procedure FullSynch(MappingName: Code[20]): Text
    var
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
    begin
        exit(Scheduled(CRMIntegrationManagement.EnqueueFullSyncJob(MappingName)));
    end;

    /// <summary>Starts all full synchronizations of the review, in its order.</summary>
    procedure AllFullSynchs(WithoutCoupling: Text): Text
    var
        FullSynchReview: Codeunit "BCS Full Synch. Review";
    begin
        exit(AsText(FullSynchReview.StartAll(WithoutCoupling)));
    end;

    procedure NoJob(): Text
    var
        EmptyGuid: Guid;
    begin
        exit(AsText(EmptyGuid));
    end;

    local procedure Scheduled(JobId: Guid): Text
    begin
        if IsNullGuid(JobId) then
            Error(NotScheduledErr);
        exit(AsText(JobId));
    end;

    local procedure AsText(JobId: Guid): Text
    begin
        exit(LowerCase(DelChr(Format(JobId), '=', '{}')));
    end;
}

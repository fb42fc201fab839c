/// <summary>
/// What Sales may ask of couplings. Published as the service CRMCoupling, every public procedure is an unbound action:
/// POST /ODataV4/CRMCoupling_Couple?company=... with the parameters as a flat JSON object.
///
/// Each procedure answers with the id of the Job Queue Entry that it made, in lower case and without braces, or with
/// the empty guid where no job was needed; SystemIdOf alone answers with something else. Once the job has begun, the service IntegrationSynchJobs has its row under
/// Job_Queue_Entry_ID; until then it has none.
///
/// Refusals are errors. Those that Business Central's own procedures raise reach the caller as they are.
/// </summary>
codeunit 50100 "BCS CRM Coupling"
{
    Access = Public;

    /// <summary>
    /// Couples a record with a record of Sales, and synchronizes it if that is asked for. A pair that is coupled already
    /// stays so. Nothing is ever repointed: whoever wants another partner uncouples first. A record that the filter of the
    /// mapping leaves out, such as a blocked customer, is refused, since it would never be synchronized.
    /// </summary>
    /// <param name="tableId">Table of the record, for example 18 for Customer.</param>
    /// <param name="systemId">SystemId of the record.</param>
    /// <param name="crmId">Id of the record in Sales.</param>
    /// <param name="synchAction">0: do not synchronize; 1: send to Sales; 2: get from Sales.</param>
    /// <returns>Id of the job that synchronizes; the empty guid without one.</returns>
    procedure Couple(tableId: Integer; systemId: Guid; crmId: Guid; synchAction: Integer): Text
    var
        IntegrationTableMapping: Record "Integration Table Mapping";
        CouplingRules: Codeunit "BCS Coupling Rules";
        SynchJobs: Codeunit "BCS Synch. Jobs";
        RecordId: RecordId;
    begin
        CouplingRules.CheckConnected();
        CouplingRules.CheckSynchAction(synchAction);
        CouplingRules.GetLockedMapping(IntegrationTableMapping, tableId);
        if synchAction <> 0 then
            CouplingRules.CheckDirection(IntegrationTableMapping, synchAction);
        RecordId := CouplingRules.GetRecordId(tableId, systemId);
        CouplingRules.CoupleWithoutRepointing(IntegrationTableMapping, RecordId, crmId);
        if synchAction = 0 then
            exit(SynchJobs.NoJob());
        exit(SynchJobs.Synchronize(IntegrationTableMapping, RecordId, crmId, synchAction));
    end;

    /// <summary>
    /// Uncouples a record of Sales from its partner in one table. Couplings of the same record of Sales with other tables
    /// stay. The coupling of a record that was deleted is dropped at once, without a job.
    /// </summary>
    /// <param name="tableId">Table of the coupled record.</param>
    /// <param name="crmId">Id of the record in Sales.</param>
    /// <returns>Id of the job that uncouples; the empty guid where the coupling is gone already.</returns>
    procedure Uncouple(tableId: Integer; crmId: Guid): Text
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        IntegrationTableMapping: Record "Integration Table Mapping";
        CouplingRules: Codeunit "BCS Coupling Rules";
        SynchJobs: Codeunit "BCS Synch. Jobs";
    begin
        CouplingRules.CheckConnected();
        CouplingRules.GetLockedMapping(IntegrationTableMapping, tableId);
        CouplingRules.CheckCoupled(tableId, crmId);
        if CRMIntegrationRecord.DeleteIfRecordDeleted(crmId, tableId) then
            exit(SynchJobs.NoJob());
        exit(SynchJobs.Uncouple(IntegrationTableMapping, crmId));
    end;

    /// <summary>
    /// Creates the record of Business Central for a record of Sales, and couples both. Which table it goes to is decided
    /// by the filters of the mappings: an account becomes a customer or a vendor, a product an item or a resource.
    /// </summary>
    /// <param name="entityName">Logical name of the table in Dataverse, for example account.</param>
    /// <param name="crmId">Id of the record in Sales.</param>
    /// <returns>Id of the job that creates the record.</returns>
    procedure CreateFromSales(entityName: Text; crmId: Guid): Text
    var
        IntegrationTableMapping: Record "Integration Table Mapping";
        CouplingRules: Codeunit "BCS Coupling Rules";
        SalesRecord: Codeunit "BCS Sales Record";
        SynchJobs: Codeunit "BCS Synch. Jobs";
    begin
        CouplingRules.CheckConnected();
        SalesRecord.FindMapping(IntegrationTableMapping, entityName, crmId);
        CouplingRules.LockMapping(IntegrationTableMapping);
        CouplingRules.CheckDirection(IntegrationTableMapping, IntegrationTableMapping.Direction::FromIntegrationTable);
        CouplingRules.CheckNotCoupled(IntegrationTableMapping."Table ID", crmId);
        exit(SynchJobs.Create(IntegrationTableMapping, crmId));
    end;

    /// <summary>
    /// Synchronizes one coupled pair. A coupling that Business Central skips after repeated failures is taken up again:
    /// whoever asks has seen the failure and wants another try.
    /// </summary>
    /// <param name="tableId">Table of the coupled record.</param>
    /// <param name="crmId">Id of the record in Sales.</param>
    /// <param name="direction">1: send to Sales; 2: get from Sales.</param>
    /// <returns>Id of the job that synchronizes.</returns>
    procedure Synchronize(tableId: Integer; crmId: Guid; direction: Integer): Text
    var
        IntegrationTableMapping: Record "Integration Table Mapping";
        CouplingRules: Codeunit "BCS Coupling Rules";
        SynchJobs: Codeunit "BCS Synch. Jobs";
        RecordId: RecordId;
    begin
        CouplingRules.CheckConnected();
        CouplingRules.GetLockedMapping(IntegrationTableMapping, tableId);
        CouplingRules.CheckDirection(IntegrationTableMapping, direction);
        RecordId := CouplingRules.GetCoupledRecordId(tableId, crmId);
        CouplingRules.TakeUpAgain(RecordId);
        exit(SynchJobs.Synchronize(IntegrationTableMapping, RecordId, crmId, direction));
    end;

    /// <summary>Starts the full synchronization of a mapping, unless one is under way.</summary>
    /// <param name="mappingName">Name of the mapping, for example CUSTOMER.</param>
    /// <returns>Id of the job that synchronizes.</returns>
    procedure StartFullSynch(mappingName: Code[20]): Text
    var
        CouplingRules: Codeunit "BCS Coupling Rules";
        SynchJobs: Codeunit "BCS Synch. Jobs";
    begin
        CouplingRules.CheckConnected();
        CouplingRules.CheckNoFullSynchUnderWay(mappingName);
        exit(SynchJobs.FullSynch(mappingName));
    end;

    /// <summary>
    /// Starts the full synchronization of every mapping that was never started, of those that failed, and of all where all have
    /// finished. What waits for no other begins; Business Central itself begins the rest when the jobs before it have ended.
    /// Where the review advises to couple records first, only those are coupled that match by the fields that are marked for it.
    /// </summary>
    /// <param name="withoutCoupling">Names of mappings, joined by |, that are synchronized as they are whatever the review advises.</param>
    /// <returns>Id of the last job; the empty guid where there was nothing to start.</returns>
    procedure StartAllFullSynch(withoutCoupling: Text): Text
    var
        CouplingRules: Codeunit "BCS Coupling Rules";
        SynchJobs: Codeunit "BCS Synch. Jobs";
    begin
        CouplingRules.CheckConnected();
        exit(SynchJobs.AllFullSynchs(withoutCoupling));
    end;

    /// <summary>
    /// The SystemId of a record by its number, since the lists in which Sales searches do not show it.
    /// </summary>
    /// <param name="tableId">Table of the record, for example 18 for Customer.</param>
    /// <param name="recordNo">Number or code of the record.</param>
    /// <returns>The SystemId, in lower case and without braces.</returns>
    procedure SystemIdOf(tableId: Integer; recordNo: Text): Text
    var
        CouplingRules: Codeunit "BCS Coupling Rules";
    begin
        CouplingRules.CheckConnected();
        exit(LowerCase(DelChr(Format(CouplingRules.GetSystemId(tableId, recordNo)), '=', '{}')));
    end;
}

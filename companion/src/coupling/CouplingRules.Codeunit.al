/// <summary>
/// The rules that couplings keep. Where Business Central has a procedure that refuses, it is called, so that its own
/// message reaches the caller (table 5331 "CRM Integration Record", codeunit 5330 "CRM Integration Management"). The
/// labels here stand only for rules that Business Central's pages ask about in dialogs, which a web service cannot show.
/// </summary>
codeunit 50101 "BCS Coupling Rules"
{
    Access = Internal;

    var
        NotConnectedErr: Label 'Business Central is not connected to Dataverse. Ask your administrator to enable the connection on the page Dataverse Connection Setup.';
        WrongSynchActionErr: Label 'Synchronization must be 0 (none), 1 (send to Sales) or 2 (get from Sales). It was %1.', Comment = '%1 = a number';
        WrongDirectionErr: Label 'The direction must be 1 (send to Sales) or 2 (get from Sales). It was %1.', Comment = '%1 = a number';
        DirectionNotMappedErr: Label 'The mapping %1 does not synchronize in this direction.', Comment = '%1 = name of an integration table mapping';
        TableNotCoupledErr: Label 'Records of table %1 cannot be coupled from Sales.', Comment = '%1 = number of a table';
        RecordNotFoundErr: Label 'The record does not exist in Business Central. It may have been deleted.';
        NotCoupledErr: Label 'The record is not coupled.';
        AlreadyCoupledErr: Label 'The record is already coupled to %1.', Comment = '%1 = a record of Business Central, for example Customer: 10000';
        CoupledElsewhereErr: Label '%1 is already coupled to another record of Sales. Uncouple it first.', Comment = '%1 = a record of Business Central, for example Customer: 10000';
        FilteredOutErr: Label 'The mapping %1 leaves out %2. Look at its filter on the page Integration Table Mappings.', Comment = '%1 = name of an integration table mapping; %2 = a record of Business Central, for example Customer: 10000';
        NoCrmIdErr: Label 'The id of the record in Sales is missing.';
        FullSynchUnderWayErr: Label 'The full synchronization of %1 is already under way.', Comment = '%1 = name of an integration table mapping';

    /// <summary>
    /// Refuses where no connection to Dataverse is enabled; registers the connection of this session otherwise, without
    /// which tables of Dataverse cannot be read. Business Central's own check asks the user whether to set one up.
    /// </summary>
    procedure CheckConnected()
    var
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
    begin
        if CRMIntegrationManagement.IsCDSIntegrationEnabled() then
            exit;
        if CRMIntegrationManagement.IsCRMIntegrationEnabled() then
            exit;
        Error(NotConnectedErr);
    end;

    procedure CheckSynchAction(SynchAction: Integer)
    begin
        if not (SynchAction in [0 .. 2]) then
            Error(WrongSynchActionErr, SynchAction);
    end;

    /// <summary>A job in a direction that the mapping lacks would transfer no field and report success.</summary>
    procedure CheckDirection(IntegrationTableMapping: Record "Integration Table Mapping"; Direction: Integer)
    begin
        if not (Direction in [1 .. 2]) then
            Error(WrongDirectionErr, Direction);
        if IntegrationTableMapping.Direction = IntegrationTableMapping.Direction::Bidirectional then
            exit;
        if IntegrationTableMapping.Direction <> Direction then
            Error(DirectionNotMappedErr, IntegrationTableMapping.Name);
    end;

    /// <summary>
    /// The mapping of a table, locked to the end of the transaction. No key of table 5331 keeps two couplings of one
    /// record apart, so callers that check and then couple must do it one after the other.
    /// </summary>
    procedure GetLockedMapping(var IntegrationTableMapping: Record "Integration Table Mapping"; TableId: Integer)
    var
        CoupledRecord: Codeunit "BCS Coupled Record";
        CRMIntegrationManagement: Codeunit "CRM Integration Management";
    begin
        if not CoupledRecord.IsKnown(TableId) then
            Error(TableNotCoupledErr, TableId);
        CRMIntegrationManagement.GetIntegrationTableMapping(IntegrationTableMapping, TableId);
        LockMapping(IntegrationTableMapping);
    end;

    procedure LockMapping(var IntegrationTableMapping: Record "Integration Table Mapping")
    begin
        IntegrationTableMapping.ReadIsolation := IsolationLevel::UpdLock;
        IntegrationTableMapping.Get(IntegrationTableMapping.Name);
    end;

    procedure GetSystemId(TableId: Integer; RecordNo: Text) SystemId: Guid
    var
        CoupledRecord: Codeunit "BCS Coupled Record";
    begin
        if not CoupledRecord.IsKnown(TableId) then
            Error(TableNotCoupledErr, TableId);
        SystemId := CoupledRecord.FindByNumber(TableId, RecordNo);
        if IsNullGuid(SystemId) then
            Error(RecordNotFoundErr);
    end;

    procedure GetRecordId(TableId: Integer; SystemId: Guid): RecordId
    var
        RecordRef: RecordRef;
    begin
        RecordRef.Open(TableId);
        if not RecordRef.GetBySystemId(SystemId) then
            Error(RecordNotFoundErr);
        exit(RecordRef.RecordId());
    end;

    /// <summary>
    /// Couples two records as the coupling page does, but where that page silently repoints a record that has another
    /// coupling, Business Central's procedure of the other direction is called, which refuses it.
    /// </summary>
    procedure CoupleWithoutRepointing(IntegrationTableMapping: Record "Integration Table Mapping"; RecordId: RecordId; CrmId: Guid)
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CoupledCrmId: Guid;
    begin
        if IsNullGuid(CrmId) then
            Error(NoCrmIdErr);
        if CRMIntegrationRecord.FindIDFromRecordID(RecordId, CoupledCrmId) then begin
            if CoupledCrmId = CrmId then
                exit;
            CRMIntegrationRecord.CoupleCRMIDToRecordID(CrmId, RecordId);
            Error(CoupledElsewhereErr, Format(RecordId, 0, 1));
        end;
        CheckTableFilter(IntegrationTableMapping, RecordId);
        CRMIntegrationRecord.CoupleRecordIdToCRMID(RecordId, CrmId);
    end;

    /// <summary>
    /// Refuses a record that the mapping's own filter leaves out, as the synchronization itself would (table 5335,
    /// FindFilteredRec).
    /// </summary>
    local procedure CheckTableFilter(IntegrationTableMapping: Record "Integration Table Mapping"; RecordId: RecordId)
    var
        RecordRef: RecordRef;
        OutOfMapFilter: Boolean;
    begin
        RecordRef.Get(RecordId);
        if not IntegrationTableMapping.FindFilteredRec(RecordRef, OutOfMapFilter) then
            Error(FilteredOutErr, IntegrationTableMapping.Name, Format(RecordId, 0, 1));
    end;

    procedure CheckCoupled(TableId: Integer; CrmId: Guid)
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        RecordId: RecordId;
    begin
        if not CRMIntegrationRecord.FindRecordIDFromID(CrmId, TableId, RecordId) then
            Error(NotCoupledErr);
    end;

    procedure CheckNotCoupled(TableId: Integer; CrmId: Guid)
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        RecordId: RecordId;
    begin
        if CRMIntegrationRecord.DeleteIfRecordDeleted(CrmId, TableId) then
            exit;
        if CRMIntegrationRecord.FindRecordIDFromID(CrmId, TableId, RecordId) then
            Error(AlreadyCoupledErr, Format(RecordId, 0, 1));
    end;

    procedure GetCoupledRecordId(TableId: Integer; CrmId: Guid) RecordId: RecordId
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
    begin
        if not CRMIntegrationRecord.FindRecordIDFromID(CrmId, TableId, RecordId) then
            Error(NotCoupledErr);
        if RecordId.TableNo() = 0 then
            Error(RecordNotFoundErr);
    end;

    /// <summary>Takes back the mark that keeps a coupling from being synchronized, as Retry on Business Central's page does.</summary>
    procedure TakeUpAgain(RecordId: RecordId)
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
    begin
        if not CRMIntegrationRecord.FindByRecordID(RecordId) then
            exit;
        if not CRMIntegrationRecord.Skipped then
            exit;
        CRMIntegrationRecord.Validate(Skipped, false);
        CRMIntegrationRecord.Modify(true);
    end;

    /// <summary>A full synchronization runs on a copy of the mapping, which lives as long as its job.</summary>
    procedure CheckNoFullSynchUnderWay(MappingName: Code[20])
    var
        IntegrationTableMapping: Record "Integration Table Mapping";
        JobQueueEntry: Record "Job Queue Entry";
    begin
        IntegrationTableMapping.Name := MappingName;
        LockMapping(IntegrationTableMapping);
        IntegrationTableMapping.SetRange("Parent Name", MappingName);
        IntegrationTableMapping.SetRange("Delete After Synchronization", true);
        IntegrationTableMapping.SetRange("Full Sync is Running", true);
        JobQueueEntry.SetFilter(Status, '%1|%2', JobQueueEntry.Status::Ready, JobQueueEntry.Status::"In Process");
        if IntegrationTableMapping.FindSet() then
            repeat
                JobQueueEntry.SetRange("Record ID to Process", IntegrationTableMapping.RecordId());
                if not JobQueueEntry.IsEmpty() then
                    Error(FullSynchUnderWayErr, MappingName);
            until IntegrationTableMapping.Next() = 0;
    end;
}

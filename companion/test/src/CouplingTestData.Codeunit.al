/// <summary>
/// Records for the tests. Business Central's own library puts a connection named @@test@@ in place of Dataverse, whose
/// tables then live in memory, and keeps the job queue from starting tasks.
/// </summary>
codeunit 50140 "BCS Coupling Test Data"
{
    Access = Internal;

    var
        LibraryCRMIntegration: Codeunit "Library - CRM Integration";
        LibraryPurchase: Codeunit "Library - Purchase";
        LibrarySales: Codeunit "Library - Sales";

    /// <summary>A connection, no couplings, no jobs, and bidirectional mappings of customers and vendors with accounts.</summary>
    procedure Connect()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        IntegrationTableMapping: Record "Integration Table Mapping";
        JobQueueEntry: Record "Job Queue Entry";
    begin
        LibraryCRMIntegration.ResetEnvironment();
        LibraryCRMIntegration.ConfigureCRM();
        LibraryCRMIntegration.DisableTaskOnBeforeJobQueueScheduleTask();
        CRMIntegrationRecord.DeleteAll();
        IntegrationTableMapping.DeleteAll();
        JobQueueEntry.DeleteAll();
        MapAccounts('CUSTOMER', Database::Customer, IntegrationTableMapping.Direction::Bidirectional);
        MapAccounts('VENDOR', Database::Vendor, IntegrationTableMapping.Direction::Bidirectional);
    end;

    /// <summary>No connection to Dataverse at all.</summary>
    procedure Disconnect()
    begin
        Connect();
        LibraryCRMIntegration.ResetEnvironment();
    end;

    procedure MapAccounts(MappingName: Code[20]; TableId: Integer; Direction: Option)
    var
        CRMAccount: Record "CRM Account";
        Field: Record Field;
        IntegrationTableMapping: Record "Integration Table Mapping";
    begin
        if IntegrationTableMapping.Get(MappingName) then
            IntegrationTableMapping.Delete();
        IntegrationTableMapping.Init();
        IntegrationTableMapping.Name := MappingName;
        IntegrationTableMapping.Type := IntegrationTableMapping.Type::Dataverse;
        IntegrationTableMapping."Table ID" := TableId;
        IntegrationTableMapping."Integration Table ID" := Database::"CRM Account";
        IntegrationTableMapping."Integration Table UID Fld. No." := CRMAccount.FieldNo(AccountId);
        IntegrationTableMapping."Int. Table UID Field Type" := Field.Type::GUID;
        IntegrationTableMapping."Int. Tbl. Modified On Fld. No." := CRMAccount.FieldNo(ModifiedOn);
        IntegrationTableMapping."Synch. Codeunit ID" := Codeunit::"CRM Integration Table Synch.";
        IntegrationTableMapping."Uncouple Codeunit ID" := Codeunit::"CDS Int. Table Uncouple";
        IntegrationTableMapping.Direction := Direction;
        IntegrationTableMapping.Insert();
    end;

    /// <summary>Lets a mapping take only accounts of one relationship type, as Business Central's default setup does.</summary>
    procedure FilterAccounts(MappingName: Code[20]; CustomerTypeCode: Option)
    var
        CRMAccount: Record "CRM Account";
        IntegrationTableMapping: Record "Integration Table Mapping";
    begin
        CRMAccount.SetRange(CustomerTypeCode, CustomerTypeCode);
        IntegrationTableMapping.Get(MappingName);
        IntegrationTableMapping.SetIntegrationTableFilter(CRMAccount.GetView());
        IntegrationTableMapping.Modify();
    end;

    /// <summary>Lets a mapping take only customers that are not blocked, as Business Central's default setup does.</summary>
    procedure LeaveOutBlockedCustomers(MappingName: Code[20])
    var
        Customer: Record Customer;
        IntegrationTableMapping: Record "Integration Table Mapping";
    begin
        Customer.SetRange(Blocked, Customer.Blocked::" ");
        IntegrationTableMapping.Get(MappingName);
        IntegrationTableMapping.SetTableFilter(Customer.GetView());
        IntegrationTableMapping.Modify();
    end;

    procedure CreateCustomer(var Customer: Record Customer)
    begin
        LibrarySales.CreateCustomer(Customer);
    end;

    procedure CreateVendor(var Vendor: Record Vendor)
    begin
        LibraryPurchase.CreateVendor(Vendor);
    end;

    procedure CreateAccount(CustomerTypeCode: Option): Guid
    var
        CRMAccount: Record "CRM Account";
    begin
        CRMAccount.Init();
        CRMAccount.AccountId := CreateGuid();
        CRMAccount.Name := 'Adatum Corporation';
        CRMAccount.CustomerTypeCode := CustomerTypeCode;
        CRMAccount.Insert();
        exit(CRMAccount.AccountId);
    end;

    procedure Couple(CrmId: Guid; SystemId: Guid; TableId: Integer)
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
    begin
        CRMIntegrationRecord.InsertRecord(CrmId, SystemId, TableId);
    end;

    procedure CreateUnitGroup(var UnitGroup: Record "Unit Group"; SourceType: Enum "Unit Group Source Type"; SourceId: Guid; SourceNo: Code[20])
    begin
        UnitGroup.Init();
        UnitGroup."Source Type" := SourceType;
        UnitGroup."Source Id" := SourceId;
        UnitGroup."Source No." := SourceNo;
        UnitGroup.Insert();
    end;

    /// <summary>A synchronization that ended then.</summary>
    procedure CreateEndedJob(Finished: DateTime): Guid
    var
        IntegrationSynchJob: Record "Integration Synch. Job";
    begin
        IntegrationSynchJob.Init();
        IntegrationSynchJob.ID := CreateGuid();
        IntegrationSynchJob."Finish Date/Time" := Finished;
        IntegrationSynchJob.Insert();
        exit(IntegrationSynchJob.ID);
    end;

    /// <summary>The coupling of a record with a table, which the caller then inspects.</summary>
    procedure FindCoupling(var CRMIntegrationRecord: Record "CRM Integration Record"; CrmId: Guid; TableId: Integer): Boolean
    begin
        CRMIntegrationRecord.Reset();
        CRMIntegrationRecord.SetRange("CRM ID", CrmId);
        CRMIntegrationRecord.SetRange("Table ID", TableId);
        exit(CRMIntegrationRecord.FindFirst());
    end;
}

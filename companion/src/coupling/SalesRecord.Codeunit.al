/// <summary>Finds what a record of Sales would become in Business Central.</summary>
codeunit 50104 "BCS Sales Record"
{
    Access = Internal;

    var
        EntityNotCreatedErr: Label 'Records of the Sales table %1 cannot be created in Business Central.', Comment = '%1 = logical name of a table in Dataverse, for example lead';
        SalesRecordNotFoundErr: Label 'The record does not exist in Sales, or the integration user may not read it.';
        FilteredOutErr: Label 'No mapping takes this record. It may be inactive, of another type, or belong to another company.';

    /// <summary>
    /// The first mapping of the entity whose filter lets the record pass, which is how the synchronization itself decides
    /// between customer and vendor, or item and resource (reference: table 5335, integration table filter).
    /// </summary>
    procedure FindMapping(var IntegrationTableMapping: Record "Integration Table Mapping"; EntityName: Text; CrmId: Guid)
    var
        SalesRecordRef: RecordRef;
        OutOfMapFilter: Boolean;
    begin
        IntegrationTableMapping.SetRange(Type, IntegrationTableMapping.Type::Dataverse);
        IntegrationTableMapping.SetRange("Integration Table ID", IntegrationTableIdOf(EntityName));
        IntegrationTableMapping.SetRange("Delete After Synchronization", false);
        if IntegrationTableMapping.FindSet() then
            repeat
                GetSalesRecord(SalesRecordRef, IntegrationTableMapping, CrmId);
                if IntegrationTableMapping.FindFilteredRec(SalesRecordRef, OutOfMapFilter) then
                    exit;
            until IntegrationTableMapping.Next() = 0;
        Error(FilteredOutErr);
    end;

    local procedure IntegrationTableIdOf(EntityName: Text): Integer
    begin
        case LowerCase(EntityName) of
            'account':
                exit(Database::"CRM Account");
            'contact':
                exit(Database::"CRM Contact");
            'product':
                exit(Database::"CRM Product");
            'systemuser':
                exit(Database::"CRM Systemuser");
            'opportunity':
                exit(Database::"CRM Opportunity");
            'salesorder':
                exit(Database::"CRM Salesorder");
        end;
        Error(EntityNotCreatedErr, EntityName);
    end;

    local procedure GetSalesRecord(var SalesRecordRef: RecordRef; IntegrationTableMapping: Record "Integration Table Mapping"; CrmId: Guid)
    begin
        SalesRecordRef.Close();
        SalesRecordRef.Open(IntegrationTableMapping."Integration Table ID");
        SalesRecordRef.Field(IntegrationTableMapping."Integration Table UID Fld. No.").SetRange(CrmId);
        if not SalesRecordRef.FindFirst() then
            Error(SalesRecordNotFoundErr);
    end;
}

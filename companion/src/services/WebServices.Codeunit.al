/// <summary>
/// Publishes the services under the names that the controls in Sales ask for. A name that somebody has given to another
/// object already stays theirs: it may have been published for other programs as well. Only where that object is a page
/// of Microsoft's and this version can no longer publish such pages does our copy take its place.
/// </summary>
codeunit 50107 "BCS Web Services"
{
    Access = Internal;
    Permissions = tabledata "Tenant Web Service" = rim;

    var
        BaseApplicationIdTok: Label '437dbf0e-84ff-417a-965d-ed2bb9650972', Locked = true;

    /// <summary>Publishes what is not published yet. May be called again at any time.</summary>
    procedure PublishAll()
    begin
        PublishPage('CRMIntegrationRecords', Page::"BCS CRM Integration Records");
        PublishPage('ProductItemAvailability', Page::"BCS Product Item Availability");
        PublishQuery('ItemStockByLocation', Query::"BCS Item Stock by Location");
        PublishCodeunit('CRMCoupling', Codeunit::"BCS CRM Coupling");
        PublishStandardServices();
    end;

    local procedure PublishStandardServices()
    begin
        PublishPage('ItemCard', Page::"BCS Item Card");
        PublishPage('SalesLines', Page::"BCS Sales Lines");
        PublishPage('PurchaseLines', Page::"BCS Purchase Lines");
        PublishPage('ItemUnitsOfMeasure', Page::"BCS Item Units of Measure");
        PublishPage('ItemSubstitutions', Page::"BCS Item Substitutions");
        PublishPage('LocationList', Page::"BCS Location List");
        PublishPage('CustomerStatistics', Page::"BCS Customer Statistics");
        PublishPage('CustomerCard', Page::"BCS Customer Card");
        PublishPage('CustomerLedgerEntries', Page::"BCS Cust. Ledger Entries");
        PublishPage('GeneralLedgerSetup', Page::"BCS General Ledger Setup");
        PublishPage('CustomerList', Page::"BCS Customer List");
        PublishPage('VendorList', Page::"BCS Vendor List");
        PublishPage('ItemList', Page::"BCS Item List");
        PublishPage('ResourceList', Page::"BCS Resource List");
        PublishPage('ContactList', Page::"BCS Contact List");
        PublishPage('SalespersonsPurchasers', Page::"BCS Salespersons/Purchasers");
        PublishPage('CurrencyList', Page::"BCS Currency List");
        PublishPage('UnitsOfMeasure', Page::"BCS Units of Measure");
        PublishPage('UnitGroups', Page::"BCS Unit Groups");
        PublishPage('CustomerPriceGroups', Page::"BCS Customer Price Groups");
        PublishPage('SalesOrders', Page::"BCS Sales Orders");
        PublishPage('Opportunities', Page::"BCS Opportunities");
        PublishPage('PostedSalesInvoices', Page::"BCS Posted Sales Invoices");
        PublishPage('IntegrationTableMappings', Page::"BCS Integration Table Mappings");
        PublishPage('IntegrationSynchJobs', Page::"BCS Integration Synch. Jobs");
        PublishPage('IntegrationSynchErrors', Page::"BCS Integration Synch. Errors");
        PublishPage('CRMFullSynchReview', Page::"BCS CRM Full Synch. Review");
    end;

    local procedure PublishPage(ServiceName: Text[240]; PageId: Integer)
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        Publish(TenantWebService."Object Type"::Page, ServiceName, PageId);
    end;

    local procedure PublishQuery(ServiceName: Text[240]; QueryId: Integer)
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        Publish(TenantWebService."Object Type"::Query, ServiceName, QueryId);
    end;

    local procedure PublishCodeunit(ServiceName: Text[240]; CodeunitId: Integer)
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        Publish(TenantWebService."Object Type"::Codeunit, ServiceName, CodeunitId);
    end;

    local procedure Publish(ObjectType: Option; ServiceName: Text[240]; ObjectId: Integer)
    var
        WebServiceManagement: Codeunit "Web Service Management";
    begin
        if BelongsToSomebodyElse(ObjectType, ServiceName, ObjectId) then
            exit;
        WebServiceManagement.CreateTenantWebService(ObjectType, ObjectId, ServiceName, true);
    end;

    local procedure BelongsToSomebodyElse(ObjectType: Option; ServiceName: Text[240]; ObjectId: Integer): Boolean
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        if not TenantWebService.Get(ObjectType, ServiceName) then
            exit(false);
        if TenantWebService."Object ID" = ObjectId then
            exit(false);
        if IsMicrosofts(TenantWebService."Object ID") then
            exit(CanPublishMicrosoftsPages());
        exit(true);
    end;

    /// <summary>Objects of the base application are numbered below those of customers.</summary>
    local procedure IsMicrosofts(ObjectId: Integer): Boolean
    begin
        exit(ObjectId < 50000);
    end;

    local procedure CanPublishMicrosoftsPages(): Boolean
    var
        BaseApplication: ModuleInfo;
    begin
        NavApp.GetModuleInfo(BaseApplicationIdTok, BaseApplication);
        exit(BaseApplication.AppVersion().Major() < 30);
    end;
}

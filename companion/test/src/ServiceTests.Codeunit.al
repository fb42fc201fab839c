/// <summary>What the services show, and how their names are given.</summary>
codeunit 50143 "BCS Service Tests"
{
    Subtype = Test;
    TestPermissions = Disabled;

    var
        Assert: Codeunit "Library Assert";
        TestData: Codeunit "BCS Coupling Test Data";
        WebServices: Codeunit "BCS Web Services";

    [Test]
    procedure GivenACoupledCustomer_WhenTheCouplingsAreRead_ThenNumberAndNameAreThere()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        Couplings: TestPage "BCS CRM Integration Records";
        CrmId: Guid;
    begin
        // [GIVEN] A customer coupled with an account
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] The couplings are read
        Couplings.OpenView();
        Couplings.Filter.SetFilter("CRM ID", CrmId);

        // [THEN] The row names the customer, and no error
        Couplings."Record No.".AssertEquals(Customer."No.");
        Couplings."Record Name".AssertEquals(Customer.Name);
        Couplings."Last Error".AssertEquals('');
    end;

    [Test]
    procedure GivenAFailedSynchronization_WhenTheCouplingsAreRead_ThenTheErrorOfThatRecordIsThere()
    var
        CRMAccount: Record "CRM Account";
        CRMIntegrationRecord: Record "CRM Integration Record";
        Customer: Record Customer;
        OtherCustomer: Record Customer;
        IntegrationSynchJobErrors: Record "Integration Synch. Job Errors";
        Couplings: TestPage "BCS CRM Integration Records";
        CrmId: Guid;
        JobId: Guid;
        NoRecordId: RecordId;
    begin
        // [GIVEN] A job that failed for two customers, one of which is coupled
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        TestData.CreateCustomer(OtherCustomer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);
        JobId := CreateGuid();
        IntegrationSynchJobErrors.LogSynchError(JobId, Customer.RecordId(), NoRecordId, 'The salesperson is not coupled.');
        IntegrationSynchJobErrors.LogSynchError(JobId, OtherCustomer.RecordId(), NoRecordId, 'The currency is not coupled.');
        TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer);
        CRMIntegrationRecord."Last Synch. CRM Job ID" := JobId;
        CRMIntegrationRecord."Last Synch. CRM Result" := CRMIntegrationRecord."Last Synch. CRM Result"::Failure;
        CRMIntegrationRecord.Modify();

        // [WHEN] The couplings are read
        Couplings.OpenView();
        Couplings.Filter.SetFilter("CRM ID", CrmId);

        // [THEN] The error is that of the customer
        Couplings."Last Error".AssertEquals('The salesperson is not coupled.');
    end;

    [Test]
    procedure GivenASynchronizationInEitherDirection_WhenTheCouplingsAreRead_ThenTheEndsAreThoseOfTheirJobs()
    var
        CRMAccount: Record "CRM Account";
        CRMIntegrationRecord: Record "CRM Integration Record";
        Customer: Record Customer;
        Couplings: TestPage "BCS CRM Integration Records";
        CrmId: Guid;
        Got: DateTime;
        Sent: DateTime;
    begin
        // [GIVEN] A coupling with a job in each direction, which ended at different times
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);
        Got := CreateDateTime(20261119D, 090000T);
        Sent := CreateDateTime(20261120D, 100000T);
        TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer);
        CRMIntegrationRecord."Last Synch. Job ID" := TestData.CreateEndedJob(Got);
        CRMIntegrationRecord."Last Synch. CRM Job ID" := TestData.CreateEndedJob(Sent);
        CRMIntegrationRecord.Modify();

        // [WHEN] The couplings are read
        Couplings.OpenView();
        Couplings.Filter.SetFilter("CRM ID", CrmId);

        // [THEN] Each direction has the end of its own job
        Couplings."Last Synch. Job Finished".AssertEquals(Got);
        Couplings."Last Synch. CRM Job Finished".AssertEquals(Sent);
    end;

    [Test]
    procedure GivenAnItemAndAResourceOfOneNumber_WhenTheirUnitGroupsAreLookedUp_ThenTheCodeTellsWhich()
    var
        Item: Record Item;
        Resource: Record Resource;
        ItemGroup: Record "Unit Group";
        ResourceGroup: Record "Unit Group";
        CoupledRecord: Codeunit "BCS Coupled Record";
        LibraryInventory: Codeunit "Library - Inventory";
    begin
        // [GIVEN] An item and a resource with the same number, each with its unit group
        LibraryInventory.CreateItem(Item);
        Resource."No." := Item."No.";
        Resource.Insert();
        TestData.CreateUnitGroup(ItemGroup, ItemGroup."Source Type"::Item, Item.SystemId, Item."No.");
        TestData.CreateUnitGroup(ResourceGroup, ResourceGroup."Source Type"::Resource, Resource.SystemId, Resource."No.");

        // [WHEN] They are looked up by code
        // [THEN] Each is the one of that code
        Assert.AreEqual(ItemGroup.SystemId, CoupledRecord.FindByNumber(Database::"Unit Group", ItemGroup.GetCode()), 'item');
        Assert.AreEqual(ResourceGroup.SystemId, CoupledRecord.FindByNumber(Database::"Unit Group", ResourceGroup.GetCode()), 'resource');
    end;

    [Test]
    procedure GivenACoupledItem_WhenItsAvailabilityIsRead_ThenNumberAndUnitAreThere()
    var
        Item: Record Item;
        LibraryInventory: Codeunit "Library - Inventory";
        Availability: TestPage "BCS Product Item Availability";
        CrmId: Guid;
    begin
        // [GIVEN] A coupled item that was never received
        TestData.Connect();
        LibraryInventory.CreateItem(Item);
        CrmId := CreateGuid();
        TestData.Couple(CrmId, Item.SystemId, Database::Item);

        // [WHEN] Its availability is read
        Availability.OpenView();
        Availability.Filter.SetFilter("CRM ID", CrmId);

        // [THEN] The row has number, unit and inventory
        Availability.ItemNo.AssertEquals(Item."No.");
        Availability.UOM.AssertEquals(Item."Base Unit of Measure");
        Availability.Inventory.AssertEquals(0);
    end;

    [Test]
    procedure GivenNoServices_WhenPublished_ThenTheyAreThere()
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        // [GIVEN] No services
        TenantWebService.DeleteAll();

        // [WHEN] They are published, twice
        WebServices.PublishAll();
        WebServices.PublishAll();

        // [THEN] The codeunit and a page are there under the names of the contract
        TenantWebService.Get(TenantWebService."Object Type"::Codeunit, 'CRMCoupling');
        Assert.AreEqual(Codeunit::"BCS CRM Coupling", TenantWebService."Object ID", 'the codeunit');
        Assert.IsTrue(TenantWebService.Published, 'published');
        TenantWebService.Get(TenantWebService."Object Type"::Page, 'CustomerStatistics');
        Assert.AreEqual(Page::"BCS Customer Statistics", TenantWebService."Object ID", 'the page');
    end;

    [Test]
    procedure GivenANameIsTaken_WhenPublished_ThenItStaysWithItsOwner()
    var
        TenantWebService: Record "Tenant Web Service";
    begin
        // [GIVEN] Another extension has published a page of its own as ItemCard
        TenantWebService.DeleteAll();
        TenantWebService.Init();
        TenantWebService."Object Type" := TenantWebService."Object Type"::Page;
        TenantWebService."Service Name" := 'ItemCard';
        TenantWebService."Object ID" := 70000;
        TenantWebService.Published := true;
        TenantWebService.Insert();

        // [WHEN] The services are published
        WebServices.PublishAll();

        // [THEN] The name is still theirs
        TenantWebService.Get(TenantWebService."Object Type"::Page, 'ItemCard');
        Assert.AreEqual(70000, TenantWebService."Object ID", 'its owner');
    end;
}

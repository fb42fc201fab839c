/// <summary>Uncouple, Synchronize, CreateFromSales, StartFullSynch and StartAllFullSynch: what they start, and what they refuse.</summary>
codeunit 50142 "BCS Job Tests"
{
    Subtype = Test;
    TestPermissions = Disabled;

    var
        Assert: Codeunit "Library Assert";
        CRMCoupling: Codeunit "BCS CRM Coupling";
        TestData: Codeunit "BCS Coupling Test Data";
        NoJobTok: Label '00000000-0000-0000-0000-000000000000', Locked = true;

    [Test]
    procedure GivenAPair_WhenUncoupled_ThenAJobOfTheJobQueueDoesIt()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        JobQueueEntry: Record "Job Queue Entry";
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] A coupled pair
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] It is uncoupled
        JobId := CRMCoupling.Uncouple(Database::Customer, CrmId);

        // [THEN] The id is that of a job queue entry
        Assert.IsTrue(JobQueueEntry.Get(JobId), 'the job queue entry');
    end;

    [Test]
    procedure GivenTheCustomerWasDeleted_WhenUncoupled_ThenTheCouplingIsDroppedAtOnce()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] An account whose customer was deleted
        TestData.Connect();
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, CreateGuid(), Database::Customer);

        // [WHEN] It is uncoupled
        JobId := CRMCoupling.Uncouple(Database::Customer, CrmId);

        // [THEN] The coupling is gone without a job
        Assert.AreEqual(NoJobTok, JobId, 'no job');
        Assert.IsFalse(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'gone');
    end;

    [Test]
    procedure GivenACustomerAndAVendor_WhenTheDeletedVendorIsUncoupled_ThenTheCustomerStays()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] An account coupled with a customer and with a vendor that was deleted
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);
        TestData.Couple(CrmId, CreateGuid(), Database::Vendor);

        // [WHEN] The vendor is uncoupled
        CRMCoupling.Uncouple(Database::Vendor, CrmId);

        // [THEN] The customer stays coupled
        Assert.IsTrue(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'the customer');
    end;

    [Test]
    procedure GivenNoCoupling_WhenUncoupled_ThenItIsRefused()
    begin
        // [GIVEN] An account that is not coupled
        TestData.Connect();

        // [WHEN] It is uncoupled
        asserterror CRMCoupling.Uncouple(Database::Customer, CreateGuid());

        // [THEN] It is refused
        Assert.ExpectedError('not coupled');
    end;

    [Test]
    procedure GivenAPair_WhenSent_ThenAJobOfTheJobQueueDoesIt()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        JobQueueEntry: Record "Job Queue Entry";
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] A coupled pair
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] The customer is sent to Sales
        JobId := CRMCoupling.Synchronize(Database::Customer, CrmId, 1);

        // [THEN] The id is that of a job queue entry
        Assert.IsTrue(JobQueueEntry.Get(JobId), 'the job queue entry');
    end;

    [Test]
    procedure GivenASkippedPair_WhenSynchronized_ThenItIsTakenUpAgain()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] A pair that is skipped after repeated failures
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);
        TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer);
        CRMIntegrationRecord.Skipped := true;
        CRMIntegrationRecord.Modify();

        // [WHEN] It is synchronized
        CRMCoupling.Synchronize(Database::Customer, CrmId, 2);

        // [THEN] It is no longer skipped
        TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer);
        Assert.IsFalse(CRMIntegrationRecord.Skipped, 'taken up again');
    end;

    [Test]
    procedure GivenAMappingOfOneDirection_WhenSynchronizedTheOtherWay_ThenItIsRefused()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        IntegrationTableMapping: Record "Integration Table Mapping";
        CrmId: Guid;
    begin
        // [GIVEN] A mapping that only sends
        TestData.Connect();
        TestData.MapAccounts('CUSTOMER', Database::Customer, IntegrationTableMapping.Direction::ToIntegrationTable);
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] The account is fetched
        asserterror CRMCoupling.Synchronize(Database::Customer, CrmId, 2);

        // [THEN] It is refused
        Assert.ExpectedError('does not synchronize in this direction');
    end;

    [Test]
    procedure GivenAPair_WhenSynchronizedInNoDirection_ThenItIsRefused()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] A coupled pair
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] It is synchronized in both directions at once
        asserterror CRMCoupling.Synchronize(Database::Customer, CrmId, 0);

        // [THEN] It is refused
        Assert.ExpectedError('It was 0');
    end;

    [Test]
    procedure GivenNoCoupling_WhenSynchronized_ThenItIsRefused()
    begin
        // [GIVEN] An account that is not coupled
        TestData.Connect();

        // [WHEN] It is synchronized
        asserterror CRMCoupling.Synchronize(Database::Customer, CreateGuid(), 1);

        // [THEN] It is refused
        Assert.ExpectedError('not coupled');
    end;

    [Test]
    procedure GivenAnAccountOfAVendor_WhenCreated_ThenTheVendorsMappingTakesIt()
    var
        CRMAccount: Record "CRM Account";
        IntegrationTableMapping: Record "Integration Table Mapping";
        JobQueueEntry: Record "Job Queue Entry";
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] Mappings that take customers and vendors by their relationship type
        TestData.Connect();
        TestData.FilterAccounts('CUSTOMER', CRMAccount.CustomerTypeCode::Customer);
        TestData.FilterAccounts('VENDOR', CRMAccount.CustomerTypeCode::Vendor);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Vendor);

        // [WHEN] An account of a vendor is created in Business Central
        JobId := CRMCoupling.CreateFromSales('account', CrmId);

        // [THEN] The job works on a copy of the mapping of vendors
        JobQueueEntry.Get(JobId);
        IntegrationTableMapping.Get(JobQueueEntry."Record ID to Process");
        Assert.AreEqual('VENDOR', IntegrationTableMapping."Parent Name", 'the mapping of vendors');
    end;

    [Test]
    procedure GivenNoMappingTakesTheAccount_WhenCreated_ThenItIsRefused()
    var
        CRMAccount: Record "CRM Account";
        CrmId: Guid;
    begin
        // [GIVEN] Mappings that take customers only, and an account of a vendor
        TestData.Connect();
        TestData.FilterAccounts('CUSTOMER', CRMAccount.CustomerTypeCode::Customer);
        TestData.FilterAccounts('VENDOR', CRMAccount.CustomerTypeCode::Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Vendor);

        // [WHEN] It is created in Business Central
        asserterror CRMCoupling.CreateFromSales('account', CrmId);

        // [THEN] It is refused
        Assert.ExpectedError('No mapping takes this record');
    end;

    [Test]
    procedure GivenACoupledAccount_WhenCreated_ThenItIsRefused()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] An account coupled with a customer
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] It is created in Business Central
        asserterror CRMCoupling.CreateFromSales('account', CrmId);

        // [THEN] It is refused
        Assert.ExpectedError('already coupled');
    end;

    [Test]
    procedure GivenATableThatIsNotCreated_WhenCreated_ThenItIsRefused()
    begin
        // [GIVEN] A connection
        TestData.Connect();

        // [WHEN] A lead is created in Business Central
        asserterror CRMCoupling.CreateFromSales('lead', CreateGuid());

        // [THEN] It is refused
        Assert.ExpectedError('cannot be created');
    end;

    [Test]
    procedure GivenAMapping_WhenTheFullSynchronizationStarts_ThenTheIdIsThatOfAJobQueueEntry()
    var
        JobQueueEntry: Record "Job Queue Entry";
        JobId: Text;
    begin
        // [GIVEN] A mapping
        TestData.Connect();

        // [WHEN] Its full synchronization starts
        JobId := CRMCoupling.StartFullSynch('CUSTOMER');

        // [THEN] The id is that of a job queue entry
        Assert.IsTrue(JobQueueEntry.Get(JobId), 'the job queue entry');
    end;

    [Test]
    procedure GivenAFullSynchronizationIsUnderWay_WhenStartedAgain_ThenItIsRefused()
    var
        JobQueueEntry: Record "Job Queue Entry";
        JobId: Text;
    begin
        // [GIVEN] A full synchronization that waits for its turn
        TestData.Connect();
        JobId := CRMCoupling.StartFullSynch('CUSTOMER');
        JobQueueEntry.Get(JobId);
        JobQueueEntry.Status := JobQueueEntry.Status::Ready;
        JobQueueEntry.Modify();
        Commit();

        // [WHEN] It is started again
        asserterror CRMCoupling.StartFullSynch('CUSTOMER');

        // [THEN] It is refused
        Assert.ExpectedError('already under way');
    end;

    [Test]
    procedure GivenNoSuchMapping_WhenTheFullSynchronizationStarts_ThenItIsRefused()
    begin
        // [GIVEN] No mapping of that name
        TestData.Connect();

        // [WHEN] Its full synchronization starts
        asserterror CRMCoupling.StartFullSynch('NOSUCH');

        // [THEN] Business Central refuses
        Assert.ExpectedErrorCode('DB:RecordNotFound');
    end;

    [Test]
    procedure GivenLinesThatWereNeverStarted_WhenAllStart_ThenThoseBeginThatWaitForNone()
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
        IntegrationTableMapping: Record "Integration Table Mapping";
        JobQueueEntry: Record "Job Queue Entry";
        JobId: Text;
    begin
        // [GIVEN] A review without lines, and vendors that wait for customers
        TestData.Connect();
        CRMFullSynchReviewLine.DeleteAll();
        IntegrationTableMapping.Get('VENDOR');
        IntegrationTableMapping."Dependency Filter" := 'CUSTOMER';
        IntegrationTableMapping.Modify();

        // [WHEN] All full synchronizations start, whatever is advised
        JobId := CRMCoupling.StartAllFullSynch('CUSTOMER|VENDOR');

        // [THEN] A job waits in the job queue for customers, and vendors wait for them
        Assert.IsTrue(JobQueueEntry.Get(JobId), 'the job queue entry');
        CRMFullSynchReviewLine.Get('CUSTOMER');
        Assert.AreNotEqual(CRMFullSynchReviewLine."Job Queue Entry Status"::" ", CRMFullSynchReviewLine."Job Queue Entry Status", 'customers');
        CRMFullSynchReviewLine.Get('VENDOR');
        Assert.AreEqual(CRMFullSynchReviewLine."Job Queue Entry Status"::" ", CRMFullSynchReviewLine."Job Queue Entry Status", 'vendors');
        Assert.AreEqual(CRMFullSynchReviewLine."Initial Synch Recommendation"::"Full Synchronization", CRMFullSynchReviewLine."Initial Synch Recommendation", 'the advice');
    end;

    [Test]
    procedure GivenAFailedLine_WhenAllStart_ThenItStartsAgain()
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
    begin
        // [GIVEN] A line that failed
        TestData.Connect();
        CRMFullSynchReviewLine.DeleteAll();
        CRMFullSynchReviewLine.Generate();
        CRMFullSynchReviewLine.Get('CUSTOMER');
        CRMFullSynchReviewLine."Job Queue Entry Status" := CRMFullSynchReviewLine."Job Queue Entry Status"::Error;
        CRMFullSynchReviewLine.Modify();

        // [WHEN] All full synchronizations start
        CRMCoupling.StartAllFullSynch('CUSTOMER');

        // [THEN] It has begun anew
        CRMFullSynchReviewLine.Get('CUSTOMER');
        Assert.AreNotEqual(CRMFullSynchReviewLine."Job Queue Entry Status"::" ", CRMFullSynchReviewLine."Job Queue Entry Status", 'customers');
        Assert.AreNotEqual(CRMFullSynchReviewLine."Job Queue Entry Status"::Error, CRMFullSynchReviewLine."Job Queue Entry Status", 'customers');
    end;

    [Test]
    procedure GivenNoConnection_WhenAllStart_ThenItIsRefused()
    begin
        // [GIVEN] No connection
        TestData.Disconnect();

        // [WHEN] All full synchronizations start
        asserterror CRMCoupling.StartAllFullSynch('');

        // [THEN] It is refused
        Assert.ExpectedError('is not connected to Dataverse');
    end;
}

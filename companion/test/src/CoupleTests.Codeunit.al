/// <summary>Couple: nothing is repointed, stale couplings give way, and a job is named by its job queue entry.</summary>
codeunit 50141 "BCS Couple Tests"
{
    Subtype = Test;
    TestPermissions = Disabled;

    var
        Assert: Codeunit "Library Assert";
        CRMCoupling: Codeunit "BCS CRM Coupling";
        TestData: Codeunit "BCS Coupling Test Data";
        NoJobTok: Label '00000000-0000-0000-0000-000000000000', Locked = true;

    [Test]
    procedure GivenNeitherIsCoupled_WhenCoupled_ThenTheCouplingExistsAndNoJob()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] A customer and an account, neither of them coupled
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);

        // [WHEN] They are coupled without synchronization
        JobId := CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] The coupling exists, and no job was made
        Assert.IsTrue(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'coupled');
        Assert.AreEqual(Customer.SystemId, CRMIntegrationRecord."Integration ID", 'the customer');
        Assert.AreEqual(NoJobTok, JobId, 'no job');
    end;

    [Test]
    procedure GivenNeitherIsCoupled_WhenCoupledAndSent_ThenTheIdIsThatOfAJobQueueEntry()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        JobQueueEntry: Record "Job Queue Entry";
        CrmId: Guid;
        JobId: Text;
    begin
        // [GIVEN] A customer and an account
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);

        // [WHEN] They are coupled, and the customer is sent to Sales
        JobId := CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 1);

        // [THEN] The id is in lower case, has no braces, and is that of the job queue entry
        Assert.AreEqual(36, StrLen(JobId), 'without braces');
        Assert.AreEqual(LowerCase(JobId), JobId, 'in lower case');
        Assert.IsTrue(JobQueueEntry.Get(JobId), 'the job queue entry');
    end;

    [Test]
    procedure GivenAMappingThatSendsOnly_WhenCoupledAndGot_ThenItIsRefusedAndNothingIsCoupled()
    var
        CRMAccount: Record "CRM Account";
        CRMIntegrationRecord: Record "CRM Integration Record";
        Customer: Record Customer;
        IntegrationTableMapping: Record "Integration Table Mapping";
        CrmId: Guid;
    begin
        // [GIVEN] A customer and an account, and a mapping that sends to Sales only
        TestData.Connect();
        TestData.MapAccounts('CUSTOMER', Database::Customer, IntegrationTableMapping.Direction::ToIntegrationTable);
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        Commit();

        // [WHEN] They are coupled, and the account is to be got
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 2);

        // [THEN] It is refused, and nothing is coupled
        Assert.ExpectedError('does not synchronize in this direction');
        Assert.IsFalse(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'not coupled');
    end;

    [Test]
    procedure GivenABlockedCustomer_WhenCoupled_ThenTheFilterOfTheMappingRefusesIt()
    var
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] A blocked customer, and a mapping that leaves blocked ones out
        TestData.Connect();
        TestData.LeaveOutBlockedCustomers('CUSTOMER');
        TestData.CreateCustomer(Customer);
        Customer.Validate(Blocked, Customer.Blocked::All);
        Customer.Modify(true);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);

        // [WHEN] It is coupled
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] It is refused
        Assert.ExpectedError('leaves out');
    end;

    [Test]
    procedure GivenThePairIsCoupled_WhenCoupledAgain_ThenItStaysAndNothingIsRefused()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] A customer coupled with an account
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] The same pair is coupled again
        CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] There is one coupling
        CRMIntegrationRecord.SetRange("CRM ID", CrmId);
        Assert.RecordCount(CRMIntegrationRecord, 1);
    end;

    [Test]
    procedure GivenTheCustomerHasAnotherCoupling_WhenCoupled_ThenItIsRefusedAndNotRepointed()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
        OtherCrmId: Guid;
    begin
        // [GIVEN] A customer coupled with one account, and another account
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        OtherCrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(OtherCrmId, Customer.SystemId, Database::Customer);
        Commit();

        // [WHEN] The customer is coupled with the other account
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] Business Central refuses, and the coupling is what it was
        Assert.ExpectedError('already coupled');
        Assert.IsFalse(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'not repointed');
        Assert.IsTrue(TestData.FindCoupling(CRMIntegrationRecord, OtherCrmId, Database::Customer), 'as before');
    end;

    [Test]
    procedure GivenTheAccountIsCoupledWithAnotherCustomer_WhenCoupled_ThenItIsRefused()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        OtherCustomer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] An account coupled with one customer, and another customer
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        TestData.CreateCustomer(OtherCustomer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, OtherCustomer.SystemId, Database::Customer);
        Commit();

        // [WHEN] The account is coupled with the other customer
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] Business Central refuses, and the coupling is what it was
        Assert.ExpectedError('already coupled');
        TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer);
        Assert.AreEqual(OtherCustomer.SystemId, CRMIntegrationRecord."Integration ID", 'as before');
    end;

    [Test]
    procedure GivenTheAccountIsCoupledWithADeletedCustomer_WhenCoupled_ThenTheStaleCouplingGivesWay()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] An account whose customer was deleted
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, CreateGuid(), Database::Customer);

        // [WHEN] It is coupled with another customer
        CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 0);

        // [THEN] The stale coupling is gone
        CRMIntegrationRecord.SetRange("CRM ID", CrmId);
        Assert.RecordCount(CRMIntegrationRecord, 1);
        CRMIntegrationRecord.FindFirst();
        Assert.AreEqual(Customer.SystemId, CRMIntegrationRecord."Integration ID", 'the customer that exists');
    end;

    [Test]
    procedure GivenTheAccountIsCoupledWithACustomer_WhenCoupledWithAVendor_ThenBothStand()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        Vendor: Record Vendor;
        CrmId: Guid;
    begin
        // [GIVEN] An account coupled with a customer, and a vendor
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        TestData.CreateVendor(Vendor);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        TestData.Couple(CrmId, Customer.SystemId, Database::Customer);

        // [WHEN] The account is coupled with the vendor as well
        CRMCoupling.Couple(Database::Vendor, Vendor.SystemId, CrmId, 0);

        // [THEN] An account may have one partner in each table
        Assert.IsTrue(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'the customer');
        Assert.IsTrue(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Vendor), 'the vendor');
    end;

    [Test]
    procedure GivenNoSuchRecord_WhenCoupled_ThenItIsRefused()
    var
        CrmId: Guid;
    begin
        // [GIVEN] No customer with that id
        TestData.Connect();
        CrmId := CreateGuid();

        // [WHEN] It is coupled
        asserterror CRMCoupling.Couple(Database::Customer, CreateGuid(), CrmId, 0);

        // [THEN] It is refused
        Assert.ExpectedError('does not exist in Business Central');
    end;

    [Test]
    procedure GivenATableThatSalesDoesNotCouple_WhenCoupled_ThenItIsRefused()
    var
        CrmId: Guid;
    begin
        // [GIVEN] A connection
        TestData.Connect();
        CrmId := CreateGuid();

        // [WHEN] A record of the G/L accounts is coupled
        asserterror CRMCoupling.Couple(Database::"G/L Account", CreateGuid(), CrmId, 0);

        // [THEN] It is refused
        Assert.ExpectedError('cannot be coupled');
    end;

    [Test]
    procedure GivenAnUnknownSynchronization_WhenCoupled_ThenNothingIsCoupled()
    var
        CRMIntegrationRecord: Record "CRM Integration Record";
        CRMAccount: Record "CRM Account";
        Customer: Record Customer;
        CrmId: Guid;
    begin
        // [GIVEN] A customer and an account
        TestData.Connect();
        TestData.CreateCustomer(Customer);
        CrmId := TestData.CreateAccount(CRMAccount.CustomerTypeCode::Customer);
        Commit();

        // [WHEN] They are coupled with a synchronization that does not exist
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CrmId, 3);

        // [THEN] It is refused before anything is coupled
        Assert.ExpectedError('It was 3');
        Assert.IsFalse(TestData.FindCoupling(CRMIntegrationRecord, CrmId, Database::Customer), 'nothing is coupled');
    end;

    [Test]
    procedure GivenNoConnection_WhenCoupled_ThenItIsRefused()
    var
        Customer: Record Customer;
    begin
        // [GIVEN] No connection to Dataverse
        TestData.Disconnect();
        TestData.CreateCustomer(Customer);

        // [WHEN] A customer is coupled
        asserterror CRMCoupling.Couple(Database::Customer, Customer.SystemId, CreateGuid(), 0);

        // [THEN] It is refused, with what to do
        Assert.ExpectedError('not connected to Dataverse');
    end;

    [Test]
    procedure GivenACustomer_WhenItsSystemIdIsAskedByNumber_ThenItIsSaid()
    var
        Customer: Record Customer;
    begin
        // [GIVEN] A customer
        TestData.Connect();
        TestData.CreateCustomer(Customer);

        // [WHEN] Its SystemId is asked for by its number
        // [THEN] It is that of the customer, in lower case and without braces
        Assert.AreEqual(
            LowerCase(DelChr(Format(Customer.SystemId), '=', '{}')),
            CRMCoupling.SystemIdOf(Database::Customer, Customer."No."), 'the SystemId');
    end;

    [Test]
    procedure GivenNoSuchCustomer_WhenItsSystemIdIsAsked_ThenItIsRefused()
    begin
        // [GIVEN] No customer of this number
        TestData.Connect();

        // [WHEN] Its SystemId is asked for
        asserterror CRMCoupling.SystemIdOf(Database::Customer, 'NOBODY');

        // [THEN] It is refused
        Assert.ExpectedError('The record does not exist in Business Central.');
    end;
}

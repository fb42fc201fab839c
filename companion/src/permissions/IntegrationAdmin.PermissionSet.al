/// <summary>
/// What the account needs in addition with which Sales couples, uncouples, creates and synchronizes: the procedures, the
/// couplings and the job queue. The jobs run as this account, so it also needs the rights to the records that they
/// change, which are not given here. docs/companion.md gives the reason of each line.
/// </summary>
permissionset 50101 "BCS Integr. Admin"
{
    Access = Public;
    Assignable = true;
    Caption = 'Sales integration: couple';
    IncludedPermissionSets = "BCS Integration User";

    Permissions =
        codeunit "BCS CRM Coupling" = X,
        codeunit "BCS Coupling Rules" = X,
        codeunit "BCS Synch. Jobs" = X,
        codeunit "BCS Enqueued Job Listener" = X,
        codeunit "BCS Full Synch. Review" = X,
        codeunit "BCS Sales Record" = X,
        tabledata "CDS Connection Setup" = R,
        tabledata "CRM Account" = R,
        tabledata "CRM Connection Setup" = R,
        tabledata "CRM Contact" = R,
        tabledata "CRM Full Synch. Review Line" = IMD,
        tabledata "CRM Integration Record" = IMD,
        tabledata "CRM Invoice" = R,
        tabledata "CRM Opportunity" = R,
        tabledata "CRM Pricelevel" = R,
        tabledata "CRM Product" = R,
        tabledata "CRM Productpricelevel" = R,
        tabledata "CRM Salesorder" = R,
        tabledata "CRM Systemuser" = R,
        tabledata "CRM Transactioncurrency" = R,
        tabledata "CRM Uom" = R,
        tabledata "CRM Uomschedule" = R,
        tabledata "Integration Field Mapping" = RIMD,
        tabledata "Integration Table Mapping" = IMD,
        tabledata "Job Queue Entry" = IMD,
        tabledata "Payment Terms" = R,
        tabledata "Price List Header" = R,
        tabledata "Price List Line" = R,
        tabledata "Resource Unit of Measure" = R,
        tabledata "Shipment Method" = R,
        tabledata "Shipping Agent" = R;
}

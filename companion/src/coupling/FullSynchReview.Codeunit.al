/// <summary>
/// The full synchronization review (table 5373), as the actions of page 5331 work on it: Restart of what failed, Reset where
/// all have finished, Recommend Full Synchronization, and Sync All. Whenever the job of a line has ended, Business Central itself starts the lines that
/// waited for it (table 5373, OnBeforeModifyJobQueueEntry), so one start leads to all of them and nobody has to stay.
/// </summary>
codeunit 50111 "BCS Full Synch. Review"
{
    Access = Internal;

    /// <summary>Starts every line that was never started and waits for no other; failed ones are made anew first.</summary>
    /// <param name="WithoutCoupling">Names of the mappings, joined by |, that are synchronized as they are although the review advises to couple their records first.</param>
    /// <returns>Id of the last job that was put into the job queue; the empty guid where there was nothing to start.</returns>
    procedure StartAll(WithoutCoupling: Text): Guid
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
        EnqueuedJobListener: Codeunit "BCS Enqueued Job Listener";
    begin
        CRMFullSynchReviewLine.LockTable();
        MakeAnew();
        CRMFullSynchReviewLine.Generate();
        SynchronizeAsTheyAre(WithoutCoupling);
        BindSubscription(EnqueuedJobListener);
        CRMFullSynchReviewLine.Start();
        UnbindSubscription(EnqueuedJobListener);
        exit(EnqueuedJobListener.JobId());
    end;

    /// <summary>
    /// Takes out the lines that failed, as a whole or in a direction, and all of them where none is left to start, so that they
    /// are made anew.
    /// </summary>
    local procedure MakeAnew()
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
    begin
        CRMFullSynchReviewLine.SetRange("Job Queue Entry Status", CRMFullSynchReviewLine."Job Queue Entry Status"::Error);
        CRMFullSynchReviewLine.DeleteAll(true);
        CRMFullSynchReviewLine.SetRange("Job Queue Entry Status", CRMFullSynchReviewLine."Job Queue Entry Status"::Finished);
        CRMFullSynchReviewLine.SetRange("To Int. Table Job Status", CRMFullSynchReviewLine."To Int. Table Job Status"::Error);
        CRMFullSynchReviewLine.DeleteAll(true);
        CRMFullSynchReviewLine.SetRange("To Int. Table Job Status");
        CRMFullSynchReviewLine.SetRange("From Int. Table Job Status", CRMFullSynchReviewLine."From Int. Table Job Status"::Error);
        CRMFullSynchReviewLine.DeleteAll(true);

        CRMFullSynchReviewLine.Reset();
        CRMFullSynchReviewLine.SetFilter("Job Queue Entry Status", '<>%1', CRMFullSynchReviewLine."Job Queue Entry Status"::Finished);
        CRMFullSynchReviewLine.SetFilter("Initial Synch Recommendation", '<>%1', CRMFullSynchReviewLine."Initial Synch Recommendation"::"No Records Found");
        if not CRMFullSynchReviewLine.IsEmpty() then
            exit;
        CRMFullSynchReviewLine.Reset();
        CRMFullSynchReviewLine.DeleteAll(true);
    end;

    /// <summary>Marks the named lines that were never started, and no others.</summary>
    local procedure SynchronizeAsTheyAre(Names: Text)
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
        Wanted: List of [Text];
    begin
        Wanted := Names.Split('|');
        CRMFullSynchReviewLine.SetRange("Job Queue Entry Status", CRMFullSynchReviewLine."Job Queue Entry Status"::" ");
        if CRMFullSynchReviewLine.FindSet(true) then
            repeat
                CRMFullSynchReviewLine."BCS Without Coupling" := Wanted.Contains(CRMFullSynchReviewLine.Name);
                CRMFullSynchReviewLine.Modify(true);
            until CRMFullSynchReviewLine.Next() = 0;
    end;

    /// <summary>
    /// Whoever opens page 5331, in the web client or as a web service, has the advice made anew for all lines that were never
    /// started (table 5373, Generate). Lines that are to be synchronized as they are keep that. Who may not run this codeunit,
    /// such as somebody who works in Business Central alone, is not kept from changing lines; theirs is the advice.
    /// </summary>
    [EventSubscriber(ObjectType::Table, Database::"CRM Full Synch. Review Line", OnBeforeModifyEvent, '', false, true)]
    local procedure KeepWithoutCoupling(var Rec: Record "CRM Full Synch. Review Line")
    begin
        if Rec.IsTemporary() then
            exit;
        if not Rec."BCS Without Coupling" then
            exit;
        if Rec."Job Queue Entry Status" <> Rec."Job Queue Entry Status"::" " then
            exit;
        if Rec."Initial Synch Recommendation" = Rec."Initial Synch Recommendation"::"Couple Records" then
            Rec."Initial Synch Recommendation" := Rec."Initial Synch Recommendation"::"Full Synchronization";
    end;
}

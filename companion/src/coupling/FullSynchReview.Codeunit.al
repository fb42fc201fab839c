/// <summary>
/// The full synchronization review (table 5373), as the actions of page 5331 work on it: Sync All, Restart, Reset and
/// Recommend Full Synchronization. Whenever the job of a line has ended, Business Central itself starts the lines that
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
        MakeAnew();
        CRMFullSynchReviewLine.Generate();
        RecommendFullSynch(WithoutCoupling);
        BindSubscription(EnqueuedJobListener);
        CRMFullSynchReviewLine.Start();
        UnbindSubscription(EnqueuedJobListener);
        exit(EnqueuedJobListener.JobId());
    end;

    /// <summary>Takes out the lines that failed, and all of them where none is left to start, so that they are made anew.</summary>
    local procedure MakeAnew()
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
    begin
        CRMFullSynchReviewLine.SetRange("Job Queue Entry Status", CRMFullSynchReviewLine."Job Queue Entry Status"::Error);
        CRMFullSynchReviewLine.DeleteAll(true);

        CRMFullSynchReviewLine.Reset();
        CRMFullSynchReviewLine.SetFilter("Job Queue Entry Status", '<>%1', CRMFullSynchReviewLine."Job Queue Entry Status"::Finished);
        CRMFullSynchReviewLine.SetFilter("Initial Synch Recommendation", '<>%1', CRMFullSynchReviewLine."Initial Synch Recommendation"::"No Records Found");
        if not CRMFullSynchReviewLine.IsEmpty() then
            exit;
        CRMFullSynchReviewLine.Reset();
        CRMFullSynchReviewLine.DeleteAll(true);
    end;

    local procedure RecommendFullSynch(Names: Text)
    var
        CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line";
        Name: Text;
    begin
        foreach Name in Names.Split('|') do
            if (Name <> '') and (StrLen(Name) <= MaxStrLen(CRMFullSynchReviewLine.Name)) then
                if CRMFullSynchReviewLine.Get(CopyStr(Name, 1, MaxStrLen(CRMFullSynchReviewLine.Name))) then
                    if IsToCouple(CRMFullSynchReviewLine) then begin
                        CRMFullSynchReviewLine."Initial Synch Recommendation" := CRMFullSynchReviewLine."Initial Synch Recommendation"::"Full Synchronization";
                        CRMFullSynchReviewLine.Modify();
                    end;
    end;

    local procedure IsToCouple(CRMFullSynchReviewLine: Record "CRM Full Synch. Review Line"): Boolean
    begin
        if CRMFullSynchReviewLine."Job Queue Entry Status" <> CRMFullSynchReviewLine."Job Queue Entry Status"::" " then
            exit(false);
        exit(CRMFullSynchReviewLine."Initial Synch Recommendation" = CRMFullSynchReviewLine."Initial Synch Recommendation"::"Couple Records");
    end;
}

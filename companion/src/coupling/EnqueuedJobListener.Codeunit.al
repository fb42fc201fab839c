/// <summary>
/// Remembers the job that is put into the job queue while it is bound. It hears its own session only, so two callers at
/// once do not get each other's job. Jobs of the integration process a copy of an integration table mapping; others are
/// not meant.
/// </summary>
codeunit 50103 "BCS Enqueued Job Listener"
{
    Access = Internal;
    EventSubscriberInstance = Manual;

    var
        LastJobId: Guid;

    /// <summary>Id of the last job that was heard; the empty guid without one.</summary>
    procedure JobId(): Guid
    begin
        exit(LastJobId);
    end;

    [EventSubscriber(ObjectType::Table, Database::"Job Queue Entry", OnAfterInsertEvent, '', false, false)]
    local procedure RememberJob(var Rec: Record "Job Queue Entry"; RunTrigger: Boolean)
    begin
        if Rec.IsTemporary() then
            exit;
        if Rec."Record ID to Process".TableNo() = Database::"Integration Table Mapping" then
            LastJobId := Rec.ID;
    end;
}

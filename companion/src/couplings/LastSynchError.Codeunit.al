/// <summary>
/// Why a coupled record could not be synchronized. A coupling remembers its last job in each direction; the texts are
/// among the errors of that job (table 5339). Dataverse itself is not read, so a lost connection does not keep the
/// reason from being shown.
/// </summary>
codeunit 50106 "BCS Last Synch. Error"
{
    Access = Internal;

    /// <returns>The newer error of the two directions; empty where the last synchronization went well in both.</returns>
    procedure TextOf(CRMIntegrationRecord: Record "CRM Integration Record"; RecordId: RecordId): Text[2048]
    var
        SendError: Record "Integration Synch. Job Errors";
        GetError: Record "Integration Synch. Job Errors";
        SendFailed: Boolean;
        GetFailed: Boolean;
    begin
        if CRMIntegrationRecord."Last Synch. CRM Result" = CRMIntegrationRecord."Last Synch. CRM Result"::Failure then
            SendFailed := FindError(SendError, CRMIntegrationRecord."Last Synch. CRM Job ID", RecordId, CRMIntegrationRecord."CRM ID");
        if CRMIntegrationRecord."Last Synch. Result" = CRMIntegrationRecord."Last Synch. Result"::Failure then
            GetFailed := FindError(GetError, CRMIntegrationRecord."Last Synch. Job ID", RecordId, CRMIntegrationRecord."CRM ID");

        if SendFailed and ((not GetFailed) or (SendError."Date/Time" >= GetError."Date/Time")) then
            exit(Wording(SendError));
        if GetFailed then
            exit(Wording(GetError));
        exit('');
    end;

    /// <summary>The text of an error: long where the version keeps it, else the first 250 characters.</summary>
    procedure Wording(IntegrationSynchJobErrors: Record "Integration Synch. Job Errors"): Text[2048]
    begin
        if IntegrationSynchJobErrors."Error Message" <> '' then
            exit(IntegrationSynchJobErrors."Error Message");
        exit(IntegrationSynchJobErrors.Message);
    end;

    /// <summary>A job may have errors of many records. Ours names the record on either side, or the id in Sales.</summary>
    local procedure FindError(var IntegrationSynchJobErrors: Record "Integration Synch. Job Errors"; JobId: Guid; RecordId: RecordId; CrmId: Guid): Boolean
    begin
        if IsNullGuid(JobId) then
            exit(false);
        IntegrationSynchJobErrors.SetCurrentKey("Integration Synch. Job ID", "Date/Time");
        IntegrationSynchJobErrors.Ascending(false);
        IntegrationSynchJobErrors.SetRange("Integration Synch. Job ID", JobId);
        if IntegrationSynchJobErrors.FindSet() then
            repeat
                if (IntegrationSynchJobErrors."Source Record ID" = RecordId) or
                   (IntegrationSynchJobErrors."Destination Record ID" = RecordId) or
                   NamesSalesRecord(IntegrationSynchJobErrors."Source Record ID", CrmId)
                then
                    exit(true);
            until IntegrationSynchJobErrors.Next() = 0;
        exit(false);
    end;

    local procedure NamesSalesRecord(RecordId: RecordId; CrmId: Guid): Boolean
    begin
        exit(UpperCase(Format(RecordId, 0, 1)).Contains(UpperCase(DelChr(Format(CrmId), '=', '{}'))));
    end;
}

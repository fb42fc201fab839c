/// <summary>
/// The couplings, with the record on this side and the reason of the last failure. Published as CRMIntegrationRecords.
/// Record No., Record Name and Last Error are worked out row by row: filter on the other fields.
/// </summary>
page 50100 "BCS CRM Integration Records"
{
    ApplicationArea = All;
    Caption = 'Couplings with Sales';
    PageType = List;
    SourceTable = "CRM Integration Record";
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Couplings)
            {
                field("CRM ID"; Rec."CRM ID") { }
                field("Integration ID"; Rec."Integration ID") { }
                field("Table ID"; Rec."Table ID") { }
                field("Record No."; RecordNo)
                {
                    Caption = 'Record No.';
                }
                field("Record Name"; RecordName)
                {
                    Caption = 'Record Name';
                }
                field("Last Synch. Modified On"; Rec."Last Synch. Modified On") { }
                field("Last Synch. CRM Modified On"; Rec."Last Synch. CRM Modified On") { }
                field("Last Synch. Result"; Rec."Last Synch. Result") { }
                field("Last Synch. CRM Result"; Rec."Last Synch. CRM Result") { }
                field("Last Synch. Job ID"; Rec."Last Synch. Job ID") { }
                field("Last Synch. CRM Job ID"; Rec."Last Synch. CRM Job ID") { }
                field(Skipped; Rec.Skipped) { }
                field("Last Error"; LastError)
                {
                    Caption = 'Last Error';
                }
            }
        }
    }

    var
        RecordName: Text[250];
        RecordNo: Text[50];
        LastError: Text[2048];

    trigger OnAfterGetRecord()
    var
        CoupledRecord: Codeunit "BCS Coupled Record";
        LastSynchError: Codeunit "BCS Last Synch. Error";
        RecordId: RecordId;
    begin
        CoupledRecord.Describe(Rec."Table ID", Rec."Integration ID", RecordNo, RecordName, RecordId);
        LastError := LastSynchError.TextOf(Rec, RecordId);
    end;
}

/// <summary>
/// Stands in for page 5338 as the service IntegrationSynchJobs: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50126 "BCS Integration Synch. Jobs"
{
    ApplicationArea = All;
    Caption = 'Integration Synchronization Jobs';
    PageType = List;
    SourceTable = "Integration Synch. Job";
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;
    LinksAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Rows)
            {
                field(ID; Rec.ID) { }
                field("Start Date/Time"; Rec."Start Date/Time") { }
                field("Finish Date/Time"; Rec."Finish Date/Time") { }
                field("Integration Table Mapping Name"; Rec."Integration Table Mapping Name") { }
                field(Uncoupled; Rec.Uncoupled) { }
                field(Coupled; Rec.Coupled) { }
                field(Inserted; Rec.Inserted) { }
                field(Modified; Rec.Modified) { }
                field(Deleted; Rec.Deleted) { }
                field(Unchanged; Rec.Unchanged) { }
                field(Failed; Rec.Failed) { }
                field(Skipped; Rec.Skipped) { }
                field("Synch. Direction"; Rec."Synch. Direction") { }
                field(Type; Rec.Type) { }
                field(Message; Rec.Message) { }
                field("Job Queue Entry ID"; Rec."BCS Job Queue Entry ID") { }
                field("CRM ID"; CrmId)
                {
                    Caption = 'CRM ID';
                }
            }
        }
    }

    var
        CrmId: Guid;

    trigger OnAfterGetRecord()
    var
        JobSubject: Codeunit "BCS Job Subject";
    begin
        CrmId := JobSubject.CrmIdOf(Rec);
    end;
}

/// <summary>
/// Says which job of the job queue a synchronization belongs to. Business Central numbers the runs of a job (table 474) and
/// keeps that number with the synchronization, but nobody who waits for a job knows the number beforehand.
/// </summary>
tableextension 50100 "BCS Integration Synch. Job" extends "Integration Synch. Job"
{
    fields
    {
        field(50100; "BCS Job Queue Entry ID"; Guid)
        {
            Caption = 'Job Queue Entry ID';
            Editable = false;
            FieldClass = FlowField;
            CalcFormula = lookup("Job Queue Log Entry".ID where("Entry No." = field("Job Queue Log Entry No.")));
        }
    }
}

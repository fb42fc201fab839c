/// <summary>Which mappings are synchronized as they are although the review advises to couple their records first.</summary>
tableextension 50101 "BCS Full Synch. Review Line" extends "CRM Full Synch. Review Line"
{
    fields
    {
        field(50100; "BCS Without Coupling"; Boolean)
        {
            Caption = 'Synchronize without coupling first';
            DataClassification = SystemMetadata;
        }
    }
}

/// <summary>
/// Stands in for page 5123 as the service Opportunities: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50123 "BCS Opportunities"
{
    ApplicationArea = All;
    Caption = 'Opportunities';
    PageType = List;
    SourceTable = Opportunity;
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
                field("No."; Rec."No.") { }
                field(Description; Rec.Description) { }
                field(Status; Rec.Status) { }
                field("Contact No."; Rec."Contact No.") { }
                field("Contact Company No."; Rec."Contact Company No.") { }
                field("Salesperson Code"; Rec."Salesperson Code") { }
                field("Estimated Value (LCY)"; Rec."Estimated Value (LCY)") { }
                field("Estimated Closing Date"; Rec."Estimated Closing Date") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

/// <summary>
/// Stands in for page 5716 as the service ItemSubstitutions: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50106 "BCS Item Substitutions"
{
    ApplicationArea = All;
    Caption = 'Item Substitutions';
    PageType = List;
    SourceTable = "Item Substitution";
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
                field(Type; Rec.Type) { }
                field("No."; Rec."No.") { }
                field("Substitute No."; Rec."Substitute No.") { }
                field(Description; Rec.Description) { }
                field(Interchangeable; Rec.Interchangeable) { }
                field(Condition; Rec.Condition) { }
            }
        }
    }
}

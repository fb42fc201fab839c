/// <summary>
/// Stands in for page 5 as the service CurrencyList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50118 "BCS Currency List"
{
    ApplicationArea = All;
    Caption = 'Currencies';
    PageType = List;
    SourceTable = Currency;
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
                field("Code"; Rec."Code") { }
                field(Description; Rec.Description) { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

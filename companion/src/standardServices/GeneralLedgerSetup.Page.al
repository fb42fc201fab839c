/// <summary>
/// Stands in for page 118 as the service GeneralLedgerSetup: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50111 "BCS General Ledger Setup"
{
    ApplicationArea = All;
    Caption = 'General Ledger Setup';
    PageType = List;
    SourceTable = "General Ledger Setup";
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
                field("LCY Code"; Rec."LCY Code") { }
            }
        }
    }
}

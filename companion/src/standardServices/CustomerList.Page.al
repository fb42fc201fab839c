/// <summary>
/// Stands in for page 22 as the service CustomerList: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50112 "BCS Customer List"
{
    ApplicationArea = All;
    Caption = 'Customers';
    PageType = List;
    SourceTable = Customer;
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
                field(Name; Rec.Name) { }
                field("E-Mail"; Rec."E-Mail") { }
                field("Phone No."; Rec."Phone No.") { }
                field(City; Rec.City) { }
                field(Blocked; Rec.Blocked) { }
                field("Salesperson Code"; Rec."Salesperson Code") { }
                field("Currency Code"; Rec."Currency Code") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

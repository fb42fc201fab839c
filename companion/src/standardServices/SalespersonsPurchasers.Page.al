/// <summary>
/// Stands in for page 14 as the service SalespersonsPurchasers: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50117 "BCS Salespersons/Purchasers"
{
    ApplicationArea = All;
    Caption = 'Salespeople';
    PageType = List;
    SourceTable = "Salesperson/Purchaser";
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
                field(Name; Rec.Name) { }
                field("E-Mail"; Rec."E-Mail") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

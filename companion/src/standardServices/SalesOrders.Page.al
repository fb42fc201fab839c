/// <summary>
/// Stands in for page 9305 as the service SalesOrders: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50122 "BCS Sales Orders"
{
    ApplicationArea = All;
    Caption = 'Sales Orders';
    PageType = List;
    SourceTable = "Sales Header";
    SourceTableView = where("Document Type" = const(Order));
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
                field("Sell-to Customer No."; Rec."Sell-to Customer No.") { }
                field("Sell-to Customer Name"; Rec."Sell-to Customer Name") { }
                field(Status; Rec.Status) { }
                field("Requested Delivery Date"; Rec."Requested Delivery Date") { }
                field(Amount; Rec.Amount) { }
                field("Amount Including VAT"; Rec."Amount Including VAT") { }
                field("Salesperson Code"; Rec."Salesperson Code") { }
                field("Coupled to Dataverse"; Rec."Coupled to Dataverse") { }
            }
        }
    }
}

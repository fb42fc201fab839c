/// <summary>
/// Stands in for page 151 as the service CustomerStatistics: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// </summary>
page 50108 "BCS Customer Statistics"
{
    ApplicationArea = All;
    Caption = 'Customer Statistics';
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
                field("Balance (LCY)"; Rec."Balance (LCY)") { }
                field("Outstanding Orders (LCY)"; Rec."Outstanding Orders (LCY)") { }
                field("Shipped Not Invoiced (LCY)"; Rec."Shipped Not Invoiced (LCY)") { }
                field("Outstanding Invoices (LCY)"; Rec."Outstanding Invoices (LCY)") { }
                field(GetTotalAmountLCY; Rec.GetTotalAmountLCY())
                {
                    Caption = 'Total (LCY)';
                }
                field("Credit Limit (LCY)"; Rec."Credit Limit (LCY)") { }
                field("Balance Due (LCY)"; Rec.CalcOverdueBalance())
                {
                    Caption = 'Overdue Amounts (LCY)';
                }
                field(GetInvoicedPrepmtAmountLCY; Rec.GetInvoicedPrepmtAmountLCY())
                {
                    Caption = 'Invoiced Prepayment Amount (LCY)';
                }
            }
        }
    }
}

/// <summary>
/// Stands in for page 151 as the service CustomerStatistics: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published. The names in brackets are those of page 151, column This Fiscal Year.
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
                field("CustSalesLCY[2]"; Rec.GetSalesLCY())
                {
                    Caption = 'Sales This Fiscal Year (LCY)';
                }
                field("CustPaymentsLCY[2]"; PaymentsOfFiscalYear())
                {
                    Caption = 'Payments This Fiscal Year (LCY)';
                }
            }
        }
    }

    /// <summary>The days are those of GetSalesLCY (table 18), so that sales and payments are of the same year.</summary>
    local procedure PaymentsOfFiscalYear(): Decimal
    var
        AccountingPeriod: Record "Accounting Period";
        Customer: Record Customer;
    begin
        Customer := Rec;
        Customer.SetRange(
            "Date Filter",
            AccountingPeriod.GetFiscalYearStartDate(WorkDate()),
            AccountingPeriod.GetFiscalYearEndDate(WorkDate()));
        Customer.CalcFields("Payments (LCY)");
        exit(Customer."Payments (LCY)");
    end;
}

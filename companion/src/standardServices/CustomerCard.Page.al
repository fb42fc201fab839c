/// <summary>
/// Stands in for page 21 as the service CustomerCard: read-only, and only with the fields that are read. From version 30 on
/// Microsoft's own pages can no longer be published.
/// Business Central works out the sales of the fiscal year itself; first entry and last payment are looked up here.
/// </summary>
page 50109 "BCS Customer Card"
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
                field(ContactName; Rec.Contact) { }
                field(Address; Rec.Address) { }
                field("Address 2"; Rec."Address 2") { }
                field("Post Code"; Rec."Post Code") { }
                field(City; Rec.City) { }
                field(County; Rec.County) { }
                field("Country/Region Code"; Rec."Country/Region Code") { }
                field("Phone No."; Rec."Phone No.") { }
                field("E-Mail"; Rec."E-Mail") { }
                field("Fax No."; Rec."Fax No.") { }
                field("Home Page"; Rec."Home Page") { }
                field("Credit Limit (LCY)"; Rec."Credit Limit (LCY)") { }
                field(Blocked; Rec.Blocked) { }
                field("Salesperson Code"; Rec."Salesperson Code") { }
                field("Currency Code"; Rec."Currency Code") { }
                field("Payment Terms Code"; Rec."Payment Terms Code") { }
                field(TotalSales2; Rec.GetSalesLCY())
                {
                    Caption = 'Sales This Fiscal Year (LCY)';
                }
                field("Payments (LCY)"; Rec."Payments (LCY)") { }
                field(LastPaymentDate; LastPaymentDate)
                {
                    Caption = 'Last Payment Date';
                }
                field(CustomerSince; CustomerSince)
                {
                    Caption = 'Customer Since';
                }
            }
        }
    }

    var
        CustomerSince: Date;
        LastPaymentDate: Date;

    trigger OnAfterGetRecord()
    begin
        CustomerSince := PostingDateOfFirstEntry();
        LastPaymentDate := PostingDateOfLastPayment();
    end;

    local procedure PostingDateOfFirstEntry(): Date
    var
        CustLedgerEntry: Record "Cust. Ledger Entry";
    begin
        CustLedgerEntry.SetLoadFields("Posting Date");
        CustLedgerEntry.SetCurrentKey("Customer No.", "Posting Date");
        CustLedgerEntry.SetRange("Customer No.", Rec."No.");
        if CustLedgerEntry.FindFirst() then
            exit(CustLedgerEntry."Posting Date");
    end;

    local procedure PostingDateOfLastPayment(): Date
    var
        CustLedgerEntry: Record "Cust. Ledger Entry";
    begin
        CustLedgerEntry.SetLoadFields("Posting Date");
        CustLedgerEntry.SetCurrentKey("Document Type", "Customer No.", "Posting Date");
        CustLedgerEntry.SetRange("Document Type", CustLedgerEntry."Document Type"::Payment);
        CustLedgerEntry.SetRange("Customer No.", Rec."No.");
        CustLedgerEntry.SetRange(Reversed, false);
        if CustLedgerEntry.FindLast() then
            exit(CustLedgerEntry."Posting Date");
    end;
}

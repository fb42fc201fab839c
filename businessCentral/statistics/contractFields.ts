/**
 * The fields that statistics read of each service (docs/services.md). Those in brackets are elements of an array of
 * page 151: the second column is *This Fiscal Year*, and OData writes a bracket as `_x005B_`.
 */
export const contractFields = {
  CRMIntegrationRecords: ['CRM_ID', 'Table_ID', 'Record_No', 'Record_Name'],
  CustomerStatistics: [
    'No',
    'Balance_LCY',
    'Outstanding_Orders_LCY',
    'Shipped_Not_Invoiced_LCY',
    'Outstanding_Invoices_LCY',
    'GetTotalAmountLCY',
    'Credit_Limit_LCY',
    'Balance_Due_LCY',
    'GetInvoicedPrepmtAmountLCY',
    'CustSalesLCY_x005B_2_x005D_',
    'CustPaymentsLCY_x005B_2_x005D_',
  ],
  CustomerCard: ['No', 'Name', 'Blocked', 'Currency_Code', 'TotalSales2', 'CustomerSince'],
  lastPayment: ['Entry_No', 'Posting_Date'],
  openEntries: [
    'Entry_No',
    'Document_Type',
    'Document_No',
    'Due_Date',
    'Remaining_Amt_LCY',
    'Remaining_Amount',
    'Currency_Code',
  ],
  salesEntries: ['Entry_No', 'Document_Type', 'Posting_Date', 'Sales_LCY', 'Open', 'Closed_at_Date'],
  GeneralLedgerSetup: ['LCY_Code'],
} as const;

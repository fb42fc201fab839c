import type { GeneralLedgerSetup } from '../company/receivables';
import { blankDate } from '../company/records';
import { constant, text, typed } from './recordFields';
import { readOnlyPage } from './service';

/** Page 118: the one record of the setup, for the code of the local currency. */
export const generalLedgerSetup = readOnlyPage<GeneralLedgerSetup>({
  name: 'GeneralLedgerSetup',
  object: 'Page 118 General Ledger Setup',
  key: ['Primary_Key'],
  table: (company) => company.generalLedgerSetup,
  fields: [
    text('Primary_Key', 10, (setup) => setup.Primary_Key),
    constant('Allow_Posting_From', 'Edm.Date', blankDate),
    constant('Allow_Posting_To', 'Edm.Date', blankDate),
    constant('Register_Time', 'Edm.Boolean', false),
    constant('Local_Address_Format', 'Edm.String', 'Post Code+City'),
    constant('Local_Cont_Addr_Format', 'Edm.String', 'After Company Name'),
    typed('Inv_Rounding_Precision_LCY', 'Edm.Decimal', () => 0.01),
    constant('Inv_Rounding_Type_LCY', 'Edm.String', 'Nearest'),
    constant('EMU_Currency', 'Edm.Boolean', false),
    text('LCY_Code', 10, (setup) => setup.LCY_Code),
    text('Local_Currency_Symbol', 10, (setup) => setup.Local_Currency_Symbol),
    text('Local_Currency_Description', 60, (setup) => setup.Local_Currency_Description),
    constant('Pmt_Disc_Excl_VAT', 'Edm.Boolean', false),
    constant('Adjust_for_Payment_Disc', 'Edm.Boolean', false),
    constant('Unrealized_VAT', 'Edm.Boolean', false),
    constant('Prepayment_Unrealized_VAT', 'Edm.Boolean', false),
    constant('Max_VAT_Difference_Allowed', 'Edm.Decimal', 0),
    constant('VAT_Rounding_Type', 'Edm.String', 'Nearest'),
  ],
});

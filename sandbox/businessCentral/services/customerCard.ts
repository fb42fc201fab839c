import type { Company } from '../company/company';
import type { Customer } from '../company/receivables';
import { dialogError, resourceNotFound } from '../odata/odataError';
import { customerCardFields } from './customerCardFields';
import { noFlowFilters } from '../company/flowFields';
import { rowReader, type Service, type ServiceRow, type ServiceValues } from './service';

const rowOf = rowReader(customerCardFields);

/** What a caller may change; the other controls of the card are read-only here. */
const modifiable = [
  'Name',
  'Address',
  'City',
  'Post_Code',
  'Country_Region_Code',
  'Phone_No',
  'E_Mail',
  'Blocked',
  'Credit_Limit_LCY',
  'Salesperson_Code',
  'Currency_Code',
] as const;

function customerOf(company: Company, row: ServiceRow): Customer {
  const stored = company.customers.get(String(row.read('No', noFlowFilters)));
  if (stored === undefined) {
    throw resourceNotFound('CustomerCard');
  }
  return stored.row;
}

/** The table relation of "Currency Code": blank, or a currency that there is. */
function checkCurrency(company: Company, values: ServiceValues): void {
  const code = values.get('Currency_Code');
  if (code !== undefined && code !== '' && company.currencies.get(code as string) === undefined) {
    throw dialogError(
      `The field Currency Code of table Customer contains a value (${String(code)}) that cannot be found in the ` +
        'related table (Currency).',
    );
  }
}

function modify(company: Company, row: ServiceRow, values: ServiceValues): ServiceRow {
  checkCurrency(company, values);
  const stored = company.customers.put({
    ...customerOf(company, row),
    ...Object.fromEntries(values),
    Last_Date_Modified: company.workDate,
  });
  return rowOf(company, stored.row, stored.rowVersion);
}

/** Page 21: one customer; new ones and deletions are not permitted here. */
export const customerCard: Service = {
  name: 'CustomerCard',
  object: 'Page 21 Customer Card',
  kind: 'page',
  key: ['No'],
  fields: customerCardFields,
  changes: { insertable: [], modifiable, modify },
  rows: (company) => company.customers.all().map((stored) => rowOf(company, stored.row, stored.rowVersion)),
};

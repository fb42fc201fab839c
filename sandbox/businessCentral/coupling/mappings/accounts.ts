import type { SynchDirection } from '../../company/synchronizationRecords';
import { textIn } from '../../dataverse/dataverseClient';
import { boundLookup, coupledField, crmIdOfNumber, numberOfCrmId } from '../coupledFields';
import { contacts, currencies, customers, vendors } from '../coupledTables';
import type { FieldMapping } from '../fieldMapping';
import { codeField, numberToSales, textField } from '../plainFields';
import { mustBeCoupled } from '../synchError';
import type { FilterCondition, IntegrationTableMapping } from './mapping';
import { ownerField } from './people';

/** account.customertypecode */
const customerType = 3;
const vendorType = 11;

/** account.paymenttermscode by payment terms: the option mapping of table 5334. */
const paymentTerms: Readonly<Record<string, number>> = { '30 DAYS': 1, '60 DAYS': 4 };

const paymentTermsField: FieldMapping = {
  field: 'Payment_Terms_Code',
  column: 'paymenttermscode',
  direction: 'Bidirectional',
  toSales: (value) => {
    const option = paymentTerms[String(value)];
    return option === undefined ? null : { shown: option, sent: { paymenttermscode: option } };
  },
  fromSales: (value) => Object.keys(paymentTerms).find((code) => paymentTerms[code] === value) ?? null,
};

/**
 * The currency of a record. The local currency is blank in Business Central, has no record to be coupled, and is found
 * in Dataverse by its ISO code (codeunit 5342 "CRM Synch. Helper").
 */
export function currencyField(direction: SynchDirection = 'Bidirectional'): FieldMapping {
  const entitySet = 'transactioncurrencies';
  return {
    field: 'Currency_Code',
    column: '_transactioncurrencyid_value',
    direction,
    toSales: async (value, transfer) => {
      if (value !== '') {
        const id = crmIdOfNumber(transfer, currencies, String(value), 'Currency');
        return boundLookup('transactioncurrencyid', entitySet, id);
      }
      const localCode = localCurrencyOf(transfer.company);
      const [row] = await transfer.dataverse.rows(entitySet, `isocurrencycode eq '${localCode}'`);
      if (row === undefined) {
        throw mustBeCoupled(`The local currency ${localCode}`, 'Currency row in Dataverse');
      }
      return boundLookup('transactioncurrencyid', entitySet, String(row['transactioncurrencyid']));
    },
    fromSales: async (value, transfer) => {
      if (value === null) {
        return '';
      }
      const code = numberOfCrmId(transfer, currencies, String(value));
      if (code !== null) {
        return code;
      }
      const row = await transfer.dataverse.row(entitySet, String(value));
      if (row?.['isocurrencycode'] === localCurrencyOf(transfer.company)) {
        return '';
      }
      throw mustBeCoupled(`Currency ${textIn(row, 'isocurrencycode')} in Dataverse`, 'Currency record');
    },
  };
}

function localCurrencyOf(company: Parameters<FieldMapping['toSales']>[1]['company']): string {
  return company.generalLedgerSetup.get('')?.row.LCY_Code ?? '';
}

const addressFields: readonly FieldMapping[] = [
  textField('Name', 'name', 100),
  textField('Contact', 'address1_primarycontactname', 100),
  textField('Address', 'address1_line1', 100),
  textField('Address_2', 'address1_line2', 50),
  textField('Post_Code', 'address1_postalcode', 20),
  textField('City', 'address1_city', 30),
  codeField('Country_Region_Code', 'address1_country', 10),
  textField('County', 'address1_stateorprovince', 30),
  textField('E_Mail', 'emailaddress1', 80),
  textField('Fax_No', 'fax', 30),
  textField('Home_Page', 'websiteurl', 200),
  textField('Phone_No', 'telephone1', 30),
  paymentTermsField,
  currencyField(),
  coupledField({
    field: 'Primary_Contact_No',
    lookup: 'primarycontactid',
    entitySet: 'contacts',
    entityCaption: 'Contact',
    partner: contacts,
    direction: 'Bidirectional',
    optional: true,
  }),
];

const dependencyFilter = 'SALESPEOPLE|CURRENCY';
const notBlocked: readonly FilterCondition[] = [{ field: 'Blocked', values: [' '] }];

function activeOfType(type: number): readonly FilterCondition[] {
  return [
    { field: 'statecode', values: [0] },
    { field: 'customertypecode', values: [type] },
  ];
}

/** Customers and accounts. The number is not mapped: accountnumber is Sales' own. */
export const customerMapping: IntegrationTableMapping = {
  name: 'CUSTOMER',
  table: customers,
  integrationTableId: 5341,
  entity: 'account',
  entitySet: 'accounts',
  entityCaption: 'Account',
  numberColumn: null,
  direction: 'Bidirectional',
  dependencyFilter,
  tableFilter: notBlocked,
  integrationTableFilter: activeOfType(customerType),
  fields: [
    ...addressFields,
    ownerField('Salesperson_Code'),
    numberToSales('Credit_Limit_LCY', 'creditlimit'),
  ],
};

/** Vendors and accounts. */
export const vendorMapping: IntegrationTableMapping = {
  ...customerMapping,
  name: 'VENDOR',
  table: vendors,
  integrationTableFilter: activeOfType(vendorType),
  fields: [...addressFields, ownerField('Purchaser_Code')],
};

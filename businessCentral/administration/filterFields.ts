/** Fields that the filters of Business Central's default mappings name; text keys `filterField_<field>`. */
export const filterFields = [
  'blocked',
  'contactType',
  'companyNo',
  'documentType',
  'status',
  'customerType',
  'productType',
  'company',
  'parentName',
  'parentType',
  'isDisabled',
  'isIntegrationUser',
  'isLicensed',
] as const;

export type FilterField = (typeof filterFields)[number];

/** Values of these fields; text keys `filterValue_<value>`. */
export const filterValues = [
  'empty',
  'no',
  'yes',
  'person',
  'order',
  'open',
  'released',
  'notStarted',
  'inProgress',
  'customer',
  'vendor',
  'active',
  'salesInventory',
  'services',
  'account',
  'ownCompany',
] as const;

export type FilterValue = (typeof filterValues)[number];

/** A field with its values, as far as they are known, by what stands in a filter. */
export interface KnownField {
  readonly field: FilterField;
  readonly values: Readonly<Record<string, FilterValue>>;
}

type FieldsByNumber = Readonly<Record<number, KnownField>>;

const known = (field: FilterField, values: KnownField['values'] = {}): KnownField => ({ field, values });
const yesNo = (field: FilterField) => known(field, { 0: 'no', 1: 'yes' });
const active = known('status', { 0: 'active' });
const blockedFor = known('blocked', { 0: 'empty' });
const company = known('company');
const account = known('customerType', { 3: 'customer', 11: 'vendor' });
const product = known('productType', { 0: 'salesInventory', 2: 'services' });

/**
 * Numbers of fields, by mapping, in the table of Business Central and in its table for Sales' rows. Options stand by their
 * place (Microsoft, BaseApp tests of the CRM integration, procedures "DefaultTableMapping…").
 */
export const fieldsOfMappings: Readonly<
  Record<string, { readonly record: FieldsByNumber; readonly row: FieldsByNumber }>
> = {
  CUSTOMER: { record: { 39: blockedFor }, row: { 6: account, 54: active, 202: company } },
  VENDOR: { record: { 39: blockedFor }, row: { 6: account, 54: active, 202: company } },
  CONTACT: {
    record: { 5050: known('contactType', { 1: 'person' }), 5051: known('companyNo') },
    row: {
      71: active,
      134: known('parentName'),
      140: known('parentType', { 1: 'account' }),
      192: company,
    },
  },
  'ITEM-PRODUCT': { record: { 54: yesNo('blocked') }, row: { 8: product, 27: active, 62: company } },
  'RESOURCE-PRODUCT': { record: { 38: yesNo('blocked') }, row: { 8: product, 27: active, 62: company } },
  SALESPEOPLE: {
    record: {},
    row: { 31: yesNo('isDisabled'), 96: yesNo('isIntegrationUser'), 107: yesNo('isLicensed') },
  },
  OPPORTUNITY: {
    record: { 10: known('status', { 0: 'notStarted', 1: 'inProgress' }) },
    row: { 111: company },
  },
  'CUSTPRCGRP-PRICE': { record: {}, row: { 31: company } },
  'POSTEDSALESINV-INV': { record: {}, row: { 95: company } },
  'SALESORDER-ORDER': {
    record: {
      1: known('documentType', { 1: 'order' }),
      120: known('status', { 0: 'open', 1: 'released' }),
    },
    row: {},
  },
};

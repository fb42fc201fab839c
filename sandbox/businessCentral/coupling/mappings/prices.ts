import { currencies, customerPriceGroups } from '../coupledTables';
import { textField } from '../plainFields';
import { currencyField } from './accounts';
import type { IntegrationTableMapping } from './mapping';

export const currencyMapping: IntegrationTableMapping = {
  name: 'CURRENCY',
  table: currencies,
  integrationTableId: 5345,
  entity: 'transactioncurrency',
  entitySet: 'transactioncurrencies',
  entityCaption: 'Currency',
  numberColumn: null,
  direction: 'ToIntegrationTable',
  dependencyFilter: '',
  tableFilter: [],
  integrationTableFilter: [],
  fields: [
    textField('Code', 'isocurrencycode', 10, 'ToIntegrationTable'),
    textField('Description', 'currencyname', 30, 'ToIntegrationTable'),
  ],
};

/** Price groups of the pricing before price lists. */
export const customerPriceGroupMapping: IntegrationTableMapping = {
  name: 'CUSTPRCGRP-PRICE',
  table: customerPriceGroups,
  integrationTableId: 5346,
  entity: 'pricelevel',
  entitySet: 'pricelevels',
  entityCaption: 'Price List',
  numberColumn: null,
  direction: 'ToIntegrationTable',
  dependencyFilter: 'CURRENCY|ITEM-PRODUCT',
  tableFilter: [],
  integrationTableFilter: [],
  fields: [textField('Code', 'name', 10, 'ToIntegrationTable'), currencyField('ToIntegrationTable')],
};

import { Metadata } from '../metadata';
import { account, contact } from './customers';
import {
  appModule,
  customControl,
  fieldSecurityProfile,
  organizationTable,
  role,
  roleTemplate,
  savedQuery,
  siteMap,
  solution,
  systemForm,
  webResource,
} from './customizationTables';
import { quote, quoteDetail, salesOrder, salesOrderDetail } from './documents';
import { businessUnit, systemUser, team, userSettings } from './people';
import { invoice, opportunity } from './salesProcess';
import { priceLevel, product, transactionCurrency, uom, uomSchedule } from './products';

/** An organization with Dynamics 365 Sales, before anybody imported anything. */
export const standardMetadata = new Metadata([
  account,
  contact,
  product,
  uom,
  uomSchedule,
  priceLevel,
  transactionCurrency,
  opportunity,
  quote,
  quoteDetail,
  salesOrder,
  salesOrderDetail,
  invoice,
  systemUser,
  businessUnit,
  team,
  userSettings,
  organizationTable,
  role,
  roleTemplate,
  fieldSecurityProfile,
  solution,
  systemForm,
  savedQuery,
  customControl,
  webResource,
  siteMap,
  appModule,
]);

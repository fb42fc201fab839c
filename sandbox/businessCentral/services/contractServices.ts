import { crmIntegrationRecords } from './crmIntegrationRecords';
import { customerCard } from './customerCard';
import { customerLedgerEntries } from './customerLedgerEntries';
import { customerList } from './customerList';
import { customerStatistics } from './customerStatistics';
import { generalLedgerSetup } from './generalLedgerSetup';
import { itemCard } from './itemCard';
import { itemStockByLocation } from './itemStockByLocation';
import { itemSubstitutions } from './itemSubstitutions';
import { itemUnitsOfMeasure } from './itemUnitsOfMeasure';
import { locationList } from './locationList';
import { productItemAvailability } from './productItemAvailability';
import { purchaseLines } from './purchaseLines';
import { salesLines } from './salesLines';
import { contactList } from './contactList';
import { crmFullSynchReview } from './crmFullSynchReview';
import { currencyList, customerPriceGroups, unitGroups, unitsOfMeasure } from './unitAndPriceLists';
import { integrationSynchErrors, integrationSynchJobs } from './integrationSynchJobs';
import { integrationTableMappings } from './integrationTableMappings';
import { itemList, resourceList } from './itemAndResourceLists';
import { opportunities } from './opportunities';
import { postedSalesInvoices, salesOrders } from './salesDocumentLists';
import { salespersonsPurchasers } from './salespersonsPurchasers';
import { vendorList } from './vendorList';
import type { Service } from './service';

/** The services of the contract (docs/services.md) that the sandbox can publish. */
export const contractServices: readonly Service[] = [
  productItemAvailability,
  itemCard,
  salesLines,
  purchaseLines,
  itemUnitsOfMeasure,
  itemSubstitutions,
  locationList,
  itemStockByLocation,
  customerStatistics,
  customerCard,
  customerLedgerEntries,
  customerList,
  generalLedgerSetup,
  crmIntegrationRecords,
  vendorList,
  itemList,
  resourceList,
  contactList,
  salespersonsPurchasers,
  currencyList,
  unitsOfMeasure,
  unitGroups,
  customerPriceGroups,
  salesOrders,
  opportunities,
  postedSalesInvoices,
  integrationTableMappings,
  integrationSynchJobs,
  integrationSynchErrors,
  crmFullSynchReview,
];

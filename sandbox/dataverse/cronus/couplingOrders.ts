import { daysAfter } from '../../demoData/calendar';
import { couplingOrders } from '../../demoData/couplingScenarios';
import { unitGroupOf } from '../../demoData/unitGroups';
import { productLine } from './demoDocument';
import type { DemoDocument } from './demoDocument';

/** Orders that Business Central has as well, or is to get. @param today `yyyy-MM-dd` */
export function couplingOrderDocuments(today: string): readonly DemoDocument[] {
  return couplingOrders.map(({ number, name, customerNo, lines, requestedInDays }) => ({
    number,
    name,
    customerNo,
    contactName: null,
    currencyCode: 'GBP',
    owner: 'Sara Andersson',
    requestedDate: daysAfter(today, requestedInDays),
    paymentTerms: null,
    submitted: true,
    lines: lines.map(({ itemNo, quantity }) => productLine(itemNo, quantity, unitGroupOf(itemNo).baseUnit)),
  }));
}

import { bulkItems } from '../../demoData/bulkItems';
import { daysAfter } from '../../demoData/calendar';
import { scenarios } from '../../demoData/scenarios';
import { customerQuotes } from './customerQuotes';
import { productLine, writeInLine } from './demoDocument';
import type { DemoDocument, DemoLine } from './demoDocument';

const adatum = '10000';
const treyResearch = '20000';
const relecloud = '50000';

/** Quantities of the long quotes, in their units: 1 to this, over and over. */
const longQuoteQuantities = 25;

/** Lines that ask for one item after the other of the thousand. */
function bulkLines(count: number): readonly DemoLine[] {
  return bulkItems
    .slice(0, count)
    .map(({ item, salesUnitCode }, index) =>
      productLine(item.No, (index % longQuoteQuantities) + 1, salesUnitCode),
    );
}

/** One line for each state of availability. */
function scenarioLines(today: string): readonly DemoLine[] {
  return scenarios.flatMap(({ itemNo, quoteLines }) =>
    quoteLines.map(({ quantity, unitCode, requestedInDays }) =>
      productLine(
        itemNo,
        quantity,
        unitCode,
        requestedInDays === null ? null : daysAfter(today, requestedInDays),
      ),
    ),
  );
}

/** Lines that no careful person enters, and that a control has to live with all the same. */
const badLines: readonly DemoLine[] = [
  productLine('1896-S', 0, 'PCS'),
  productLine('1896-S', -4, 'PCS'),
  productLine('1896-S', 1_000_000_000, 'PCS'),
  productLine('1896-S', 2.5, 'PCS'),
  productLine('1906-S', null, 'PCS'),
  { itemNo: null, writeIn: null, unitCode: null, quantity: 3, pricePerUnit: null, requestedDate: null },
  productLine('1906-S', 3, null),
];

/** The quotes that show what the controls do, all of Sara's. @param today `yyyy-MM-dd` */
export function demoQuotes(today: string): readonly DemoDocument[] {
  const quote = (
    number: string,
    name: string,
    lines: readonly DemoLine[],
    more: Partial<DemoDocument> = {},
  ): DemoDocument => ({
    number,
    name,
    customerNo: relecloud,
    contactName: null,
    currencyCode: 'GBP',
    owner: 'Sara Andersson',
    requestedDate: null,
    paymentTerms: null,
    lines,
    ...more,
  });
  return [
    quote(
      'QUO-01001',
      'Every availability state',
      [...scenarioLines(today), writeInLine('Delivery and assembly', 1, 150)],
      { customerNo: adatum },
    ),
    quote(
      'QUO-01002',
      'Office refit',
      [
        productLine('1896-S', 6, 'PCS'),
        productLine('1906-S', 12, 'PCS'),
        productLine('1908-S', 12, 'PCS'),
        productLine('1928-S', 12, 'PCS'),
        productLine('1936-S', 2, 'SET'),
        productLine('1996-S', 1, 'PCS'),
      ],
      { customerNo: treyResearch, requestedDate: daysAfter(today, 10) },
    ),
    quote('QUO-00000', 'Nothing on it yet', []),
    quote('QUO-00001', 'One line', bulkLines(1)),
    quote('QUO-00010', 'Ten lines', bulkLines(10)),
    quote('QUO-01050', '50 different products', bulkLines(50)),
    quote('QUO-00200', '200 different products', bulkLines(200)),
    quote('QUO-02000', '1,000 different products', bulkLines(1000)),
    ...customerQuotes.map(({ number, name, lines, ...more }) => quote(number, name, lines, more)),
    quote('QUO-09999', 'Bad quantities, no product, no unit', badLines),
  ];
}

/** Lines of the order that shows what the controls do. */
const demoOrderLines = 8;

/** The orders that show what the controls do. @param today `yyyy-MM-dd` */
export function demoOrders(today: string): readonly DemoDocument[] {
  return [
    {
      number: 'ORD-05001',
      name: 'First states of availability',
      customerNo: adatum,
      contactName: null,
      currencyCode: 'GBP',
      owner: 'Sara Andersson',
      requestedDate: daysAfter(today, 7),
      paymentTerms: null,
      lines: scenarioLines(today).slice(0, demoOrderLines),
    },
    {
      number: 'ORD-06001',
      name: 'Order of a customer over the limit',
      customerNo: '61000',
      contactName: null,
      currencyCode: 'GBP',
      owner: 'Sara Andersson',
      requestedDate: null,
      paymentTerms: null,
      lines: [productLine('1936-S', 4, 'PCS')],
    },
  ];
}

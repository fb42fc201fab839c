import { recordId } from '../../identity';
import { demoItems } from '../../demoData/demoData';
import { contactKey } from '../../demoData/salesKeys';
import { unconvertibleUnit } from '../../demoData/scenarios';
import { unitGroupOf } from '../../demoData/unitGroups';
import { orderKind, quoteKind } from '../sales/documentKind';
import type { DocumentKind } from '../sales/documentKind';
import { listPrice, withAmounts } from '../sales/lines';
import { updateTotals } from '../sales/documents';
import type { Reference, Row } from '../rows/row';
import { priceListName } from './currencies';
import { couplingOrderDocuments } from './couplingOrders';
import { cronusOrders, cronusQuotes } from './cronusDocuments';
import type { DemoDocument, DemoLine } from './demoDocument';
import { demoOrders, demoQuotes } from './demoQuotes';
import { referTo, seedRows } from './seedRows';
import type { Seeding } from './seedRows';
import { crateGroup, unitKey } from './units';

const itemsByNo = new Map(demoItems.map((item) => [item.No, item]));

/** CRONUS's quotes and orders, and those that show what the controls do. */
export function seedDocuments(seeding: Seeding): void {
  seedKind(seeding, quoteKind, [...demoQuotes(seeding.today), ...cronusQuotes(seeding.today)]);
  seedKind(seeding, orderKind, [
    ...demoOrders(seeding.today),
    ...couplingOrderDocuments(seeding.today),
    ...cronusOrders(seeding.today),
  ]);
}

/** State and status reason of an order that was sent to whoever fulfills it. */
const submittedState: Row = { statecode: 1, statuscode: 3 };

function seedKind(seeding: Seeding, kind: DocumentKind, documents: readonly DemoDocument[]): void {
  seedRows(
    seeding,
    kind.table,
    documents.map((document) => [document.number, documentRow(kind, document, seeding.today)]),
  );
  seedRows(
    seeding,
    kind.lineTable,
    documents.flatMap((document) =>
      document.lines.map(
        (line, index) =>
          [`${document.number}/${index + 1}`, lineRow(seeding, kind, document, line, index + 1)] as const,
      ),
    ),
  );
  for (const { number, submitted } of documents) {
    const id = recordId(kind.table, number);
    updateTotals(seeding, kind, id);
    const document = seeding.rows.get(kind.table, id);
    if (submitted === true && document) {
      seeding.rows.put(kind.table, id, { ...document, ...submittedState });
    }
  }
}

function documentRow(kind: DocumentKind, document: DemoDocument, today: string): Row {
  return {
    [kind.numberColumn]: document.number,
    name: document.name,
    customerid:
      document.contactName === null
        ? referTo('account', document.customerNo)
        : referTo('contact', contactKey(document.customerNo, document.contactName)),
    transactioncurrencyid: referTo('transactioncurrency', document.currencyCode),
    pricelevelid: referTo('pricelevel', priceListName(document.currencyCode)),
    requestdeliveryby: document.requestedDate,
    paymenttermscode: document.paymentTerms,
    ownerid: referTo('systemuser', document.owner),
    ...(kind.table === 'quote' ? { revisionnumber: 0, effectivefrom: today } : {}),
  };
}

function lineRow(
  { rows }: Seeding,
  kind: DocumentKind,
  document: DemoDocument,
  line: DemoLine,
  number: number,
): Row {
  const item = line.itemNo === null ? undefined : itemsByNo.get(line.itemNo);
  const product = item ? referTo('product', item.No) : null;
  const productRow = product ? rows.get('product', product.id) : undefined;
  const unit = unitOf(line);
  const unitRow = unit ? rows.get('uom', unit.id) : undefined;
  return withAmounts({
    [kind.parentColumn]: referTo(kind.table, document.number),
    [kind.lineNameColumn]: item?.Description ?? line.writeIn,
    transactioncurrencyid: referTo('transactioncurrency', document.currencyCode),
    isproductoverridden: line.writeIn !== null,
    productid: product,
    productdescription: line.writeIn,
    uomid: unit,
    quantity: line.quantity,
    priceperunit: line.pricePerUnit ?? (productRow ? listPrice(productRow, unitRow) : null),
    requestdeliveryby: line.requestedDate,
    lineitemnumber: number,
    sequencenumber: number,
    salesrepid: referTo('systemuser', document.owner),
  });
}

/** The unit of a line: one of the product's group, or the one that nothing converts. */
function unitOf({ itemNo, unitCode }: DemoLine): Reference | null {
  if (unitCode === null) {
    return null;
  }
  const convertible = unitCode !== unconvertibleUnit && itemNo !== null;
  return referTo('uom', unitKey(convertible ? unitGroupOf(itemNo) : crateGroup, unitCode));
}

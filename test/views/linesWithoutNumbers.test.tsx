import { salesOf } from '../../sales/salesOf';
import type { Sales } from '../../sales/sales';
import { connection, fakeBusinessCentral, found } from './fakeSources';
import { documentForm, lineForm, settle, show } from './rendering';
import type { FormState } from '../../ProductAvailability/views/ProductAvailabilityView';

const guid = (digit: number) => `${digit}`.repeat(8) + '-0000-4000-8000-000000000000';
const [documentId, lampId, unitId, first, second] = [1, 2, 3, 9, 4].map(guid);

function lineRow(id: string | undefined, quantity: number, createdon: string) {
  return {
    quotedetailid: id,
    lineitemnumber: null,
    sequencenumber: null,
    createdon,
    quantity,
    isproductoverridden: false,
    requestdeliveryby: null,
    _quoteid_value: documentId,
    _productid_value: lampId,
    productid: { productnumber: '1928-S', name: 'AMSTERDAM Lamp' },
    _uomid_value: unitId,
    uomid: { name: 'PCS', quantity: 1, baseuom: null },
  };
}

/** Dataverse's rows in no order: 15 lamps were entered first, then 10. */
const rows = [lineRow(second, 10, '2026-11-02T09:00:00Z'), lineRow(first, 15, '2026-11-01T09:00:00Z')];

function dataverse(): Sales {
  const sales = salesOf({
    createRecord: () => Promise.reject(new Error('Nothing is made here')),
    retrieveRecord: (table, id) =>
      Promise.resolve(
        table === 'quotedetail'
          ? { _quoteid_value: documentId, quotedetailid: id }
          : table === 'product'
            ? { productnumber: '1928-S', name: 'AMSTERDAM Lamp' }
            : {},
      ),
    retrieveMultipleRecords: () => Promise.resolve({ entities: rows, nextLink: '' }),
  });
  return { ...sales, connection: () => Promise.resolve(connection) };
}

async function textOfForm(form: Partial<FormState>): Promise<string> {
  const { businessCentral } = fakeBusinessCentral(() => found({ inventory: 20, receipts: [] }));
  const { text, unmount } = show({ sales: dataverse(), businessCentral, form: { ...lineForm, ...form } });
  await settle();
  const said = text();
  unmount();
  return said;
}

describe('20 in stock, and lines of 15 and 10 that nobody has numbered', () => {
  const onForm = (id: string | undefined, quantity: number) => ({
    id: id ?? null,
    productId: lampId,
    unit: { id: unitId ?? '', name: 'PCS' },
    quantity,
  });

  it('promise no piece twice: their forms and their document agree', async () => {
    expect(await textOfForm(onForm(first, 15))).toContain('Available: 15 PCS now');
    expect(await textOfForm(onForm(second, 10))).toContain('Partly available: 5 of 10 PCS now');
    const ofDocument = await textOfForm({ ...documentForm, id: documentId ?? null });
    expect(ofDocument).toContain('1 of 2 lines falls short.');
    expect(ofDocument.indexOf('15 PCS')).toBeLessThan(ofDocument.indexOf('10 PCS'));
  });

  it('keep their places while one is changed on its form', async () => {
    expect(await textOfForm(onForm(second, 4))).toContain('Available: 4 PCS now');
    expect(await textOfForm(onForm(second, 6))).toContain('Partly available: 5 of 6 PCS now');
    expect(await textOfForm(onForm(first, 20))).toContain('Available: 20 PCS now');
  });
});

import { availabilityOf } from '../../businessCentral/availability/availability';
import { openCompany } from '../../businessCentral/company';
import type { Answer } from '../../businessCentral/odata/failure';
import type { Request } from '../../businessCentral/odata/transport';
import { batchOf, jumpingClock, refusal, rows } from './scriptedServer';

const order = '11111111-1111-4111-8111-111111111111';
const chair = { id: '22222222-2222-4222-8222-222222222222', number: '1896-S', name: 'ATHENS Desk' };

const ownLine = salesLine('101016', 10000, 4);
const othersLine = salesLine('101015', 20000, 3);

function salesLine(documentNo: string, lineNo: number, quantity: number): object {
  return {
    Document_No: documentNo,
    Line_No: lineNo,
    No: '1896-S',
    Location_Code: '',
    Unit_of_Measure_Code: 'PCS',
    Outstanding_Quantity: quantity,
    Reserved_Qty_Base: 0,
    Shipment_Date: '2026-11-25',
  };
}

/** Business Central with one item and two orders. @param coupling answer to the question for the order's number */
function businessCentral(coupling: Answer) {
  const requests: string[][] = [];
  const answers: Readonly<Record<string, Answer>> = {
    CRMIntegrationRecords: coupling,
    ProductItemAvailability: rows({ CRM_ID: chair.id, ItemNo: '1896-S', UOM: 'PCS', Inventory: 10 }),
    ItemCard: rows({
      No: '1896-S',
      Description: 'ATHENS Desk',
      Type: 'Inventory',
      Blocked: false,
      Base_Unit_of_Measure: 'PCS',
      Inventory: 10,
      Unit_Price: 1,
    }),
    SalesLines: rows(ownLine, othersLine),
    ItemSubstitutions: rows({ Substitute_No: '1896-S', Description: 'The same', Interchangeable: true }),
  };
  const send = (request: Request): Promise<Answer> => {
    const { requests: operations } = request.body as { requests: { url: string }[] };
    const services = operations.map(({ url }) => /\/(\w+)\?/.exec(url)?.[1] ?? '');
    requests.push(operations.map(({ url }) => decodeURIComponent(url)));
    return Promise.resolve(batchOf(...services.map((service) => answers[service] ?? rows())));
  };
  const availability = availabilityOf(
    openCompany(
      {
        odataUrl: 'https://bc.example/ODataV4',
        company: 'CRONUS International Ltd.',
        authorization: { kind: 'bearer', token: () => Promise.resolve('t') },
        matchBy: 'coupling',
      },
      { send, clock: jumpingClock(), random: () => 0.5 },
    ),
  );
  const supply = async (options: { order?: string } = {}) => {
    const found = (await availability.supplyOf([chair], options)).get(chair.id);
    if (found?.status !== 'found') {
      throw new Error(found?.status ?? 'no answer');
    }
    return found.supply;
  };
  return { availability, supply, requests };
}

const coupledTo = (documentNo: string) => rows({ CRM_ID: order, Table_ID: 36, Record_No: documentNo });

it('an order that is in Business Central takes nothing from itself, in the same request', async () => {
  const { supply, requests } = businessCentral(coupledTo('101016'));
  const { requirements, missing } = await supply({ order });
  expect(requirements?.map(({ documentNo }) => documentNo)).toEqual(['101015']);
  expect(missing).toEqual([]);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.[0]).toContain(
    `$filter=CRM_ID eq ${order} and Table_ID eq 36&$select=CRM_ID,Table_ID,Record_No`,
  );
});

it('an order that is not there yet takes nothing, and nothing is left out', async () => {
  const { supply } = businessCentral(rows());
  expect((await supply({ order })).requirements).toHaveLength(2);
});

it('a quote does not ask', async () => {
  const { supply, requests } = businessCentral(coupledTo('101016'));
  expect((await supply()).requirements).toHaveLength(2);
  expect(requests[0]?.some((url) => url.includes('CRMIntegrationRecords'))).toBe(false);
});

it.each([
  ['not published', refusal(404, 'BadRequest_NotFound'), 'serviceNotPublished'],
  ['not for this user', refusal(403, 'Gateway_InsufficientScope'), 'notPermitted'],
])('where the couplings are %s, its lines are counted, and it is said so', async (_, answer, code) => {
  const { supply, requests } = businessCentral(answer);
  const { requirements, missing } = await supply({ order });
  expect(requirements).toHaveLength(2);
  expect(missing.map(({ service, error }) => [service, error.code])).toEqual([
    ['CRMIntegrationRecords', code],
  ]);
  await supply({ order });
  expect(requests).toHaveLength(1);
});

it('what is remembered for an order is not said of a quote', async () => {
  const { supply } = businessCentral(coupledTo('101016'));
  expect((await supply({ order })).requirements).toHaveLength(1);
  expect((await supply()).requirements).toHaveLength(2);
  expect((await supply({ order })).requirements).toHaveLength(1);
});

it('substitutes are judged without its lines, too', async () => {
  const { availability, supply } = businessCentral(coupledTo('101016'));
  const { substitutes } = await availability.detailsOf(await supply({ order }), true);
  const [substitute] = substitutes ?? [];
  expect(substitute?.supply.status === 'found' && substitute.supply.supply.requirements).toHaveLength(1);
});

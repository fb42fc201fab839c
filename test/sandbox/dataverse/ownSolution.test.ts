import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { newGatewayTicket } from '../../../sales/gatewayTicket';
import type { TicketMaker } from '../../../sales/gatewayTicket';
import type { Sales } from '../../../sales/sales';
import { salesOf } from '../../../sales/salesOf';
import type { ReadingWebApi } from '../../../sales/dataverseReader';
import { packSolution } from '../../../solution/packer/packSolution';
import { goodInput } from '../../package/solutionFixtures';
import { today } from './testOrganization';
import type { Json } from './testOrganization';

const packed = packSolution(goodInput);
const connection = {
  odataUrl: 'http://localhost:7048/BC/ODataV4',
  userName: 'SALES.INTEGRATION',
  webServiceAccessKey: 'a key of the test',
  webClientUrl: 'http://localhost:7048/BC/?company=CRONUS%20International%20Ltd.',
};

let dataverse: Dataverse;
let server: FastifyInstance;

beforeAll(async () => {
  dataverse = createDataverse({ today });
  dataverse.importSolution(packed.unmanaged);
  dataverse.seedCronus({ connection });
  server = fastify();
  await server.register(dataverse.routes);
});

/** `context.webAPI` of a user, as the real one: entity sets by table, and all annotations. */
function webApiOf(userName: string): ReadingWebApi & TicketMaker {
  const cookie = `sandboxUser=${recordId('systemuser', userName)}`;
  const ask = async (path: string, maxPageSize: number): Promise<Json> => {
    const answer = await server.inject({
      url: encodeURI(`/api/data/v9.2/${path}`).replaceAll('%25', '%'),
      headers: { cookie, prefer: `odata.include-annotations="*",odata.maxpagesize=${maxPageSize}` },
    });
    return answer.statusCode === 200 ? answer.json<Json>() : refuse(answer.json());
  };
  const refuse = ({ error }: Json): never => {
    const { code, message } = error as { code: string; message: string };
    const number = Number.parseInt(code, 16);
    throw Object.assign(new Error(message), { errorCode: number, code: number });
  };
  const setOf = (table: string): string => dataverse.organization.table(table).entitySet;
  const createRecord = async (table: string, payload: object) => {
    const url = `/api/data/v9.2/${setOf(table)}`;
    const answer = await server.inject({ method: 'POST', url, headers: { cookie }, payload });
    if (answer.statusCode !== 204) {
      refuse(answer.json());
    }
    const [, id = ''] = /\(([0-9a-f-]+)\)$/.exec(String(answer.headers['odata-entityid'])) ?? [];
    return { id, entityType: table };
  };
  return {
    createRecord,
    retrieveRecord: (table, id, options = '') => ask(`${setOf(table)}(${id})${options}`, 1),
    retrieveMultipleRecords: async (table, options = '', maxPageSize = 5000) => {
      const page = await ask(`${setOf(table)}${options}`, maxPageSize);
      return { entities: page.value as never[], nextLink: (page['@odata.nextLink'] ?? '') as string };
    },
  };
}

const salesAs = (userName: string): Sales => salesOf(webApiOf(userName));

describe('the solution of this repository', () => {
  it('is taken as it is packed, and again in the same version', () => {
    const first = createDataverse();
    const { components, warnings } = first.importSolution(packed.unmanaged);
    expect(warnings).toEqual([]);
    expect(components).toContainEqual({ type: 'table', name: 'bcs_connection', action: 'created' });
    expect(first.importSolution(packed.unmanaged).components.map(({ action }) => action)).not.toContain(
      'created',
    );
  });

  it('is taken as managed, but not over the unmanaged one', () => {
    expect(createDataverse().importSolution(packed.managed).solution.managed).toBe(true);
    expect(() => dataverse.importSolution(packed.managed)).toThrow('unmanaged');
  });

  it.each([
    ['ProductAvailability', ['quote', 'quotedetail', 'salesorder', 'salesorderdetail']],
    ['CustomerStatistics', ['account', 'quote', 'salesorder']],
  ])('brings %s to the forms of %o', (control, tables) => {
    const name = `"bcs_BusinessCentralForSales.${control}"`;
    const forms = [...dataverse.organization.customizations.forms.values()];
    const carrying = forms.filter(({ formXml }) => formXml.includes(name)).map(({ table }) => table);
    expect(carrying.sort()).toEqual(tables);
  });
});

describe('what the controls ask of Dataverse is answered', () => {
  it('the connection with its key, to who is in the profile, and to administrators', async () => {
    for (const userName of ['Sara Andersson', 'Jim Olive', 'Ada Admin']) {
      expect(await salesAs(userName).connection()).toMatchObject({
        odataUrl: connection.odataUrl,
        company: 'CRONUS International Ltd.',
        matchBy: 'coupling',
        authorization: { webServiceAccessKey: connection.webServiceAccessKey },
      });
    }
  });

  it('the connection, refused to who has none of our roles', async () => {
    await expect(salesAs('Paolo Rossi').connection()).rejects.toMatchObject({ code: 'notPermitted' });
  });

  it('the connection without its key, to who is not in the profile', async () => {
    await expect(salesAs('Aino Virtanen').connection()).rejects.toMatchObject({ code: 'keyUnreadable' });
  });

  it('a ticket for a gateway, to who has one of our roles', async () => {
    const { id } = await newGatewayTicket(webApiOf('Aino Virtanen'));
    expect(dataverse.rows.get('bcs_gatewayticket', id)).toMatchObject({
      createdby: { id: recordId('systemuser', 'Aino Virtanen') },
    });
    await expect(newGatewayTicket(webApiOf('Paolo Rossi'))).rejects.toMatchObject({ code: 'notPermitted' });
  });

  it('a quote with its lines, products and units', async () => {
    const quote = await salesAs('Aino Virtanen').document({
      table: 'quote',
      id: recordId('quote', 'QUO-01001'),
    });
    expect(quote.lines.at(-1)).toMatchObject({
      writeIn: true,
      title: 'Delivery and assembly',
      product: null,
    });
    expect(quote.lines.find(({ product }) => product?.number === 'WRB-1000')).toMatchObject({
      unit: { name: 'BAG', bases: [{ name: 'PCS', quantity: 48 }] },
    });
    expect(quote.lines.find(({ unit }) => unit?.name === 'CRATE')).toMatchObject({
      product: { number: '1996-S' },
    });
  });

  it('a line’s document, and a thousand lines', async () => {
    const sales = salesAs('Sara Andersson');
    const line = { table: 'salesorderdetail', id: recordId('salesorderdetail', 'ORD-05001/3') } as const;
    expect((await sales.documentOfLine(line)).lines).toHaveLength(8);
    const long = await sales.document({ table: 'quote', id: recordId('quote', 'QUO-02000') });
    expect(long.lines).toHaveLength(1000);
  });
});

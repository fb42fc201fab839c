import axios from 'axios';
import fastify, { type FastifyInstance } from 'fastify';
import { availabilityOf, type Availability } from '../../businessCentral/availability/availability';
import { openCompany, type Company } from '../../businessCentral/company';
import type { Authorization, BusinessCentralConnection } from '../../businessCentral/connection';
import { httpOver, type HttpAnswer, type HttpRequest, type SendHttp } from '../../businessCentral/http';
import { transportTo } from '../../businessCentral/odata/transport';
import { customerStatistics, type Statistics } from '../../businessCentral/statistics/statistics';
import { salesCustomersOf } from '../../sales/customersOf';
import { gatewayAuthorizations } from '../../sales/gatewayAuthorization';
import type { TicketMaker } from '../../sales/gatewayTicket';
import type { ReadingWebApi } from '../../sales/dataverseReader';
import { salesOf } from '../../sales/salesOf';
import { createDataverse, type Dataverse } from '../../sandbox/dataverse/dataverse';
import { recordId } from '../../sandbox/identity';
import { startSandboxGateway, type SandboxGateway } from '../../sandbox/sandboxGateway';
import { packSolution } from '../../solution/packer/packSolution';
import { until } from '../gateway/until';
import { goodInput } from '../package/solutionFixtures';
import { account, found, valueOf } from './accounts';
import { product, startCronus, today, webServiceAccessKey, type Cronus } from './cronus';

let dataverse: Dataverse;
let server: FastifyInstance;
let origin: string;
let cronus: Cronus;
let gateway: SandboxGateway;
const log: string[] = [];

const company = 'CRONUS International Ltd.';

beforeAll(async () => {
  dataverse = createDataverse({ today });
  dataverse.importSolution(packSolution(goodInput).unmanaged);
  server = fastify();
  await server.register(dataverse.routes);
  const address = await server.listen({ port: 0, host: 'localhost' });
  origin = `http://localhost:${new URL(address).port}`;
  // As closed as a real one: no page of any origin.
  cronus = await startCronus({ reverseProxy: null });
  gateway = await startSandboxGateway({
    companies: [company],
    businessCentral: { odataUrl: cronus.server.odataUrl, userName: 'BCSALES', webServiceAccessKey },
    dataverse,
    dataverseUrl: origin,
    log: (line) => log.push(line),
    logLevel: 'debug',
  });
  dataverse.seedCronus({
    connection: { gatewayUrl: gateway.origin, webClientUrl: cronus.server.webClientUrl },
  });
});

afterAll(async () => {
  await gateway.close();
  await Promise.all([server.close(), cronus.server.close()]);
});

beforeEach(() => {
  cronus.server.requests.clear();
  dataverse.requests.clear();
});

/** A page of Sales, on which somebody is signed in. */
interface SalesPage {
  readonly businessCentral: () => Promise<Availability>;
  readonly statistics: () => Promise<Statistics>;
  readonly authorization: () => Promise<Extract<Authorization, { kind: 'bearer' }>>;
  /** What the page sent to the gateway, and what came back. */
  readonly seen: { readonly request: HttpRequest; readonly answer: HttpAnswer }[];
}

/** `context.webAPI` of the signed-in user, over sockets. */
function webApiOf(userName: string): ReadingWebApi & TicketMaker {
  const headers = { cookie: `sandboxUser=${recordId('systemuser', userName)}` };
  const setOf = (table: string): string => dataverse.organization.table(table).entitySet;
  const ask = async (path: string, row?: object): Promise<Response> => {
    const response = await fetch(`${origin}/api/data/v9.2/${path}`, {
      headers: { ...headers, ...(row === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(row === undefined ? {} : { method: 'POST', body: JSON.stringify(row) }),
    });
    if (!response.ok) {
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      throw Object.assign(new Error(error.message), { errorCode: Number.parseInt(error.code, 16) });
    }
    return response;
  };
  return {
    createRecord: async (table, row) => {
      const made = await ask(setOf(table), row);
      return { id: /\((.*)\)/.exec(made.headers.get('odata-entityid') ?? '')?.[1] ?? '', entityType: table };
    },
    retrieveRecord: async (table, id, options = '') =>
      (await (await ask(`${setOf(table)}(${id})${options}`)).json()) as ComponentFramework.WebApi.Entity,
    retrieveMultipleRecords: async (table, options = '') => {
      const { value } = (await (await ask(`${setOf(table)}${options}`)).json()) as { value: never[] };
      return { entities: value, nextLink: '' };
    },
  };
}

/** @param from the origin that the browser would say */
function pageOf(userName: string, from = origin): SalesPage {
  const browser = httpOver(axios.create({ headers: { Origin: from } }));
  const seen: { request: HttpRequest; answer: HttpAnswer }[] = [];
  const http: SendHttp = async (request, signal) => {
    const answer = await browser(request, signal);
    seen.push({ request, answer });
    return answer;
  };
  const webAPI = webApiOf(userName);
  const authorizationAt = gatewayAuthorizations(webAPI, new Map(), http);
  const sales = salesOf(webAPI, undefined, authorizationAt);
  const companyOf = (connection: BusinessCentralConnection): Company => {
    const send = transportTo(connection.odataUrl, connection.authorization, http);
    return openCompany(connection, { send });
  };
  const authorization = async () => {
    const found = (await sales.connection()).authorization;
    if (found.kind !== 'bearer') {
      throw new Error('The connection does not go through the gateway');
    }
    return found;
  };
  return {
    seen,
    authorization,
    businessCentral: async () => availabilityOf(companyOf(await sales.connection())),
    // The page gives no roles: behind a gateway it is the gateway that looks at them.
    statistics: async () => {
      const customers = salesCustomersOf(webAPI, { heldRoleIds: [] }, authorizationAt);
      return customerStatistics(companyOf(await customers.connection()));
    },
  };
}

async function inventoryFor(page: SalesPage, itemNo = '1896-S'): Promise<number | null> {
  const answer = await (await page.businessCentral()).supplyOf([product(itemNo)], { fresh: true });
  const [supply] = [...answer.values()];
  if (supply?.status !== 'found') {
    throw new Error(`Not found: ${supply?.status ?? 'nothing'}`);
  }
  return supply.supply.inventory;
}

describe('a salesperson with the role', () => {
  it('gets figures of a Business Central that lets no page in, and sees neither user nor key', async () => {
    const page = pageOf('Sara Andersson');
    expect(await inventoryFor(page)).toBe(500);
    expect(cronus.server.requests.all().every(({ user }) => user === 'BCSALES')).toBe(true);
    const all = JSON.stringify(page.seen);
    expect(all).toContain('access_token');
    for (const secret of [...gateway.secrets, webServiceAccessKey, 'BCSALES']) {
      expect(all).not.toContain(secret);
    }
  });

  it('needs no column security profile', async () => {
    expect(await inventoryFor(pageOf('Aino Virtanen'))).toBe(500);
  });

  it('uses one ticket for all that is asked, and leaves none behind', async () => {
    const page = pageOf('Jim Olive');
    await Promise.all([inventoryFor(page), inventoryFor(page, '1906-S'), inventoryFor(page, '1964-S')]);
    const made = dataverse.requests
      .all()
      .filter(({ method, path }) => method === 'POST' && path.includes('ticket'));
    expect(made).toHaveLength(1);
    expect(page.seen.filter(({ request }) => request.url.endsWith('/token'))).toHaveLength(1);
    expect([...dataverse.rows.all('bcs_gatewayticket')]).toEqual([]);
  });

  it('asks with the id under which the gateway logs the request', async () => {
    const page = pageOf('Sara Andersson');
    await inventoryFor(page);
    const ids = page.seen.flatMap(({ request }) => request.headers['x-correlation-id'] ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !log.some((line) => line.includes(id)))).toEqual([]);
  });

  it('is answered out of the gateway’s memory, and past it on demand', async () => {
    const [first, second] = [pageOf('Nils Berg'), pageOf('Aino Virtanen')];
    await (await first.businessCentral()).supplyOf([product('1936-S')]);
    await until(() => cronus.server.requests.all().length > 0);
    cronus.server.requests.clear();
    await (await second.businessCentral()).supplyOf([product('1936-S')]);
    expect(cronus.server.requests.all()).toEqual([]);
    await (await second.businessCentral()).supplyOf([product('1936-S')], { fresh: true });
    expect(cronus.server.requests.all().length).toBeGreaterThan(0);
  });

  it('whose token the gateway does not take any more gets another one in silence', async () => {
    const page = pageOf('Sara Andersson');
    const { token } = await page.authorization();
    const good = await token();
    const [head, claims, signature = ''] = good.split('.');
    const spoilt = [head, claims, signature.split('').reverse().join('')].join('.');
    // The page holds a token of a gateway that has been set up anew since.
    let given = 0;
    const authorization: Authorization = {
      kind: 'bearer',
      token: (rejected) => {
        given += 1;
        return rejected === undefined ? Promise.resolve(spoilt) : token();
      },
    };
    const browser = httpOver(axios.create({ headers: { Origin: origin } }));
    const send = transportTo(`${gateway.origin}/ODataV4`, authorization, browser);
    const address = `Company('${encodeURIComponent(company)}')/LocationList?$select=Code`;
    expect((await send({ method: 'GET', address }, new AbortController().signal)).status).toBe(200);
    expect(given).toBe(2);
  });
});

describe('customer statistics', () => {
  it('come to who is an Integration User, local currency and ledger included', async () => {
    const page = await pageOf('Jim Olive').statistics();
    const answer = found(await page.statisticsOf(account('61000'), 'figuresAndLedger', { fresh: true }));
    expect(valueOf(answer.figures.balance)).toBe(11_875);
    expect(valueOf(answer.ledger?.open).total).toBe(8);
    expect(valueOf(answer.localCurrency)).toBe('GBP');
  });

  it('are not for a Product Availability User alone: Business Central is not even asked', async () => {
    const page = await pageOf('Aino Virtanen').statistics();
    await expect(page.statisticsOf(account('61000'), 'figures')).rejects.toMatchObject({
      code: 'notPermitted',
    });
    expect(cronus.server.requests.all()).toEqual([]);
  });

  it('are kept from that user even when the gateway has them in memory', async () => {
    const jim = await pageOf('Jim Olive').statistics();
    await jim.statisticsOf(account('62010'), 'figures');
    const aino = await pageOf('Aino Virtanen').statistics();
    await expect(aino.statisticsOf(account('62010'), 'figures')).rejects.toMatchObject({
      code: 'notPermitted',
    });
  });
});

describe('nobody gets a byte', () => {
  const untouched = () => expect(cronus.server.requests.all()).toEqual([]);

  it('who has none of the roles: Dataverse makes no ticket, so the gateway is not even asked', async () => {
    await expect(inventoryFor(pageOf('Paolo Rossi'))).rejects.toMatchObject({ code: 'notPermitted' });
    const way = gatewayAuthorizations(webApiOf('Paolo Rossi'), new Map())(gateway.origin);
    await expect(way.kind === 'bearer' ? way.token() : null).rejects.toMatchObject({ code: 'notPermitted' });
    untouched();
  });

  it('who may make tickets by another role, but holds none of ours', async () => {
    // A System Administrator may do everything in Dataverse.
    const ada = recordId('systemuser', 'Ada Admin');
    const ours = ['Integration Administrator', 'Integration User', 'Product Availability User'];
    ours.forEach((role) => dataverse.users.removeRole(ada, role));
    try {
      await expect(inventoryFor(pageOf('Ada Admin'))).rejects.toMatchObject({ code: 'notPermitted' });
    } finally {
      ours.forEach((role) => dataverse.users.assignRole(ada, role));
    }
    untouched();
  });

  it('whose role was taken away, from the next token on', async () => {
    const { users } = dataverse;
    const aino = recordId('systemuser', 'Aino Virtanen');
    const page = pageOf('Aino Virtanen');
    expect(await inventoryFor(page)).toBe(500);
    users.removeRole(aino, 'Product Availability User');
    try {
      await expect(inventoryFor(pageOf('Aino Virtanen'))).rejects.toMatchObject({ code: 'notPermitted' });
    } finally {
      users.assignRole(aino, 'Product Availability User');
    }
  });

  it('on a page of another origin', async () => {
    await expect(inventoryFor(pageOf('Sara Andersson', 'https://evil.example'))).rejects.toMatchObject({
      code: 'gatewayRefused',
    });
    untouched();
  });
});

test('no secret and no token stands in the log', async () => {
  const page = pageOf('Sara Andersson');
  await inventoryFor(page);
  const tokens = page.seen.flatMap(({ answer }) => /"access_token":"([^"]+)"/.exec(answer.text)?.[1] ?? []);
  const values = page.seen.flatMap(
    ({ request }) => new URLSearchParams(request.body).get('subject_token') ?? [],
  );
  expect([tokens.length, values.length]).toEqual([1, 1]);
  for (const secret of [...gateway.secrets, ...tokens, ...values]) {
    expect(log.filter((line) => line.includes(secret))).toEqual([]);
  }
});

describe('trouble', () => {
  it('with Dataverse leaves a page alone that has its token', async () => {
    const page = pageOf('Sara Andersson');
    const businessCentral = await page.businessCentral();
    await businessCentral.supplyOf([product('1896-S')]);
    dataverse.faults.failNext(1000, { kind: 'unavailable' });
    try {
      const answer = await businessCentral.supplyOf([product('1906-S')]);
      expect([...answer.values()][0]?.status).toBe('found');
    } finally {
      dataverse.faults.clear();
    }
  });

  it('with the company: one that the gateway does not let through reads as one that is not there', async () => {
    const { odataUrl, authorization } = {
      odataUrl: `${gateway.origin}/ODataV4`,
      authorization: await pageOf('Sara Andersson').authorization(),
    };
    const connection = {
      odataUrl,
      authorization,
      company: "Director's Cut Ltd.",
      matchBy: 'coupling',
    } as const;
    const http = httpOver(axios.create({ headers: { Origin: origin } }));
    const other = availabilityOf(
      openCompany(connection, { send: transportTo(odataUrl, authorization, http) }),
    );
    await expect(other.supplyOf([product('1896-S')])).rejects.toMatchObject({ code: 'companyNotFound' });
  });

  // The last one: the gateway does not try a refused key again for a while.
  it('with the key that Business Central no longer takes reads as wrong credentials', async () => {
    const businessCentral = await pageOf('Sara Andersson').businessCentral();
    cronus.server.faults.set({ kind: 'unauthorized' });
    try {
      const asked = businessCentral.supplyOf([product('1908-S')], { fresh: true });
      await expect(asked).rejects.toMatchObject({ code: 'wrongCredentials' });
    } finally {
      cronus.server.faults.clear();
    }
  });
});

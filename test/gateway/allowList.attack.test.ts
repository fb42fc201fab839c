import { randomUUID } from 'node:crypto';
import { cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';
import { startUpstream, type UpstreamDouble } from './upstreamDouble';

type Name = 'sara' | 'jim' | 'anna';

const companyId = randomUUID();
const couple = 'CRMCoupling_Couple?company=CRONUS%20International%20Ltd.';

describe('what is not on the list does not reach Business Central', () => {
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let tokens: Record<Name, string>;

  beforeAll(async () => {
    upstream = await startUpstream();
    test = await startGateway({
      odataUrl: upstream.odataUrl,
      environment: {
        BC_COMPANIES: JSON.stringify([
          'CRONUS International Ltd.',
          "Director's Cut Ltd.",
          { name: 'CRONUS AG', id: companyId },
        ]),
        BC_SERVICES: JSON.stringify({ SalesLines: 'Sales_Lines_BCS', CRMCoupling: 'Coupling_BCS' }),
        CACHE_SECONDS: '0',
      },
    });
    const [sara, jim, anna] = await Promise.all([
      test.signIn(users.sara),
      test.signIn(users.jim),
      test.signIn(users.anna),
    ]);
    tokens = { sara, jim, anna };
  });
  afterAll(async () => {
    await test.close();
    await upstream.close();
  });

  async function refused(name: Name, address: string, question = {}): Promise<string> {
    const before = upstream.received.length;
    const reply = await test.read(tokens[name], address, question);
    expect(upstream.received).toHaveLength(before);
    return `${reply.status} ${codeOf(reply)}`;
  }

  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"tableId":18}' };

  it.each<readonly [Name, string]>([
    ['sara', 'CustomerCard'],
    ['sara', 'CustomerStatistics'],
    ['sara', 'CustomerLedgerEntries'],
    ['sara', 'GeneralLedgerSetup'],
    ['sara', 'CRMIntegrationRecords'],
    ['sara', 'CustomerList'],
  ])('refuses %s the service %s, for which the scope is too small', async (name, service) => {
    expect(await refused(name, `${cronus}/${service}`)).toBe('403 Gateway_InsufficientScope');
  });

  it.each<readonly [Name]>([['sara'], ['jim']])('refuses %s to change a coupling', async (name) => {
    expect(await refused(name, couple.replace('CRMCoupling', 'Coupling_BCS'), post)).toBe(
      '403 Gateway_InsufficientScope',
    );
  });

  it.each([
    ['a service that nobody named', `${cronus}/GeneralLedgerEntries`],
    ['a service by its name before it was renamed', `${cronus}/SalesLines`],
    ['an action by its name before it was renamed', couple],
    [
      'another procedure of the codeunit',
      'Coupling_BCS_DropEverything?company=CRONUS%20International%20Ltd.',
    ],
    ['a service in another case', `${cronus}/itemcard`],
    ['a service named after a member of every object', `${cronus}/constructor`],
    ['the metadata', '$metadata'],
    ['the metadata of a company', `${cronus}/$metadata`],
    ['what hangs on the list of companies', 'Company?$expand=ItemCard'],
    ['a company', cronus],
    ['a row by its key', `${cronus}/ItemCard('1896-S')`],
    ['what hangs on a row', `${cronus}/ItemCard('1896-S')/Vendor_No_Link`],
    ['a count', `${cronus}/ItemCard/$count`],
    ['a service without a company', 'ItemCard?company=CRONUS%20International%20Ltd.'],
    ['the API beside OData', '../api/v2.0/companies'],
  ])('refuses %s, even to an administrator', async (_, address) => {
    expect(await refused('anna', address)).toMatch(/^(403 Gateway_NotAllowed|400 Gateway_BadRequest)$/);
  });

  it.each([
    ['a company that is not on the list', "Company('Fabrikam')/ItemCard"],
    ['a company in another case', "Company('cronus%20international%20ltd.')/ItemCard"],
    ['an unknown id', `Company(Id=${randomUUID()})/ItemCard`],
    ['a company by its id where only the name is allowed', `Company('${companyId}')/ItemCard`],
  ])('refuses %s', async (_, address) => {
    expect(await refused('anna', address)).toBe('403 Gateway_CompanyNotAllowed');
  });

  it.each([
    ['PUT', `${cronus}/ItemCard`],
    ['PATCH', `${cronus}/ItemCard`],
    ['DELETE', `${cronus}/ItemCard`],
    ['POST', `${cronus}/ItemCard`],
    ['POST', `${cronus}/CustomerCard`],
    ['GET', couple.replace('CRMCoupling', 'Coupling_BCS')],
    ['GET', '$batch'],
    ['PUT', '$batch'],
  ])('refuses %s on %s', async (method, address) => {
    const body = method === 'GET' || method === 'DELETE' ? {} : { ...post, method };
    expect(await refused('anna', address, { method, ...body })).toBe('403 Gateway_NotAllowed');
  });

  it.each([
    ['$expand=Vendor_No_Link'],
    ['$apply=groupby((No))'],
    ['$search=chair'],
    ['$schemaversion=2.1'],
    ['$format=xml'],
    ['tenant=other'],
    ["company='Fabrikam'"],
    ['access_token=x'],
    ['__proto__=x'],
  ])('refuses the query option %s', async (option) => {
    expect(await refused('anna', `${cronus}/ItemCard?${option}`)).toBe('403 Gateway_NotAllowed');
  });

  it.each([
    ['a filter over what hangs on the row', '$filter=Vendor_No_Link/Balance_LCY%20gt%200'],
    ['a lambda', '$filter=Lines/any(l:l/Quantity%20gt%200)'],
    ['the root', "$filter=$root/Company('X')/Customer('1')/No%20eq%20'1'"],
    ['a parameter alias', '$filter=No%20eq%20@p'],
    ['a text that does not end', "$filter=No%20eq%20'1896-S"],
    ['a statement', '$filter=No%20eq%201;drop'],
    ['a path in $select', '$select=Vendor_No_Link/Balance_LCY'],
    ['a path in $orderby', '$orderby=Vendor_No_Link/Balance_LCY'],
    ['everything in $select', '$select=*'],
    ['a negative $top', '$top=-1'],
    ['an option twice', '$top=1&$top=2'],
    ['an option twice, once encoded', '$top=1&%24top=2'],
    ['an option without a value', '$top'],
  ])('refuses %s', async (_, query) => {
    expect(await refused('anna', `${cronus}/ItemCard?${query}`)).toBe('400 Gateway_BadRequest');
  });

  it.each([
    ['no company', 'Coupling_BCS_Couple'],
    ['a company twice', `Coupling_BCS_Couple?company=CRONUS%20AG&company=Fabrikam`],
    ['another option beside', 'Coupling_BCS_Couple?company=CRONUS%20AG&$expand=x'],
  ])('refuses an action with %s', async (_, address) => {
    expect(await refused('anna', address, post)).toBe('400 Gateway_BadRequest');
  });

  it.each([
    ['a list', '[1]'],
    ['an object in an object', '{"tableId":{"$ref":1}}'],
    ['a text', '"x"'],
    ['no JSON', '{'],
  ])('refuses an action whose body is %s', async (_, body) => {
    const address = 'Coupling_BCS_Couple?company=CRONUS%20AG';
    expect(await refused('anna', address, { ...post, body })).toBe('400 Gateway_BadRequest');
  });

  it('refuses a body that is not JSON in UTF-8', async () => {
    const address = 'Coupling_BCS_Couple?company=CRONUS%20AG';
    for (const contentType of [
      'application/xml',
      'multipart/mixed; boundary=x',
      'application/json; charset=utf-16',
    ]) {
      expect(await refused('anna', address, { ...post, headers: { 'content-type': contentType } })).toBe(
        '415 Gateway_UnsupportedMediaType',
      );
    }
  });

  it('relays a reading, written anew', async () => {
    const query =
      "$filter=No%20eq%20'O''NEIL%20%26%2050%25%20%231'%20and%20(Blocked%20eq%20false)&$select=No,Description";
    const reply = await test.read(tokens.sara, `${cronus}/ItemCard?${query}`);
    expect(reply.status).toBe(200);
    const [, path = ''] = (upstream.received.at(-1)?.url ?? '').split('/BC/ODataV4/');
    expect(decodeURIComponent(path)).toBe(
      "Company('CRONUS International Ltd.')/ItemCard?$filter=No eq 'O''NEIL & 50% #1' and (Blocked eq false)&$select=No,Description",
    );
  });

  it.each([
    ["Company('Director''s%20Cut%20Ltd.')/ItemCard", "Company('Director''s Cut Ltd.')/ItemCard"],
    [`Company(Id=${companyId.toUpperCase()})/ItemCard`, `Company(Id=${companyId})/ItemCard`],
    [`${cronus}/Sales_Lines_BCS`, "Company('CRONUS International Ltd.')/Sales_Lines_BCS"],
  ])('relays %s', async (address, relayed) => {
    expect((await test.read(tokens.sara, address)).status).toBe(200);
    expect(decodeURIComponent(upstream.received.at(-1)?.url ?? '')).toBe(`/BC/ODataV4/${relayed}`);
  });

  it('relays an action of an administrator, its body written anew', async () => {
    upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":"job-1"}');
    };
    const reply = await test.read(tokens.anna, 'Coupling_BCS_Couple?company=CRONUS%20AG', {
      ...post,
      body: '{"tableId":18,"tableId":23,"crmId":"x"}',
    });
    expect([reply.status, reply.text]).toEqual([200, '{"value":"job-1"}']);
    expect(upstream.received.at(-1)).toMatchObject({
      method: 'POST',
      url: '/BC/ODataV4/Coupling_BCS_Couple?company=CRONUS%20AG',
      body: '{"tableId":23,"crmId":"x"}',
    });
  });

  it('sends no header of the caller on', async () => {
    const correlationId = randomUUID();
    await test.read(tokens.sara, `${cronus}/LocationList`, {
      headers: {
        cookie: 'session=1',
        'x-forwarded-host': 'evil.example',
        'accept-language': 'de',
        'if-match': '*',
        company: 'Fabrikam',
        'x-http-method-override': 'DELETE',
        'x-correlation-id': correlationId,
      },
    });
    const { host, ...headers } = upstream.received.at(-1)!.headers;
    expect(host).toBe(new URL(upstream.odataUrl).host);
    expect(headers).toEqual({
      authorization: `Basic ${Buffer.from(`GATEWAY:${test.key}`).toString('base64')}`,
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'client-request-id': correlationId,
      connection: 'keep-alive',
    });
  });

  it('sends no header of Business Central on but those of its own list', async () => {
    upstream.answer = (_, response) => {
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'set-cookie': 'session=1',
          server: 'Microsoft-HTTPAPI/2.0',
          'x-powered-by': 'NAV',
          'www-authenticate': 'Basic',
          'access-control-allow-origin': '*',
        })
        .end(`{"@odata.context":"http://bc01.inner:7048/BC/ODataV4/$metadata#Item","value":[]}`);
    };
    const reply = await test.read(tokens.sara, `${cronus}/ItemSubstitutions`);
    const names = Object.keys(reply.headers).sort();
    expect(names).toEqual([
      'access-control-allow-origin',
      'access-control-expose-headers',
      'age',
      'cache-control',
      'connection',
      'content-length',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'date',
      'odata-version',
      'referrer-policy',
      'vary',
      'x-content-type-options',
      'x-correlation-id',
    ]);
    expect(reply.text).toBe('{"@odata.context":"/ODataV4/$metadata#Item","value":[]}');
  });
});

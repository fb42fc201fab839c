import { batchPart, cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';
import { startUpstream, type UpstreamDouble } from './upstreamDouble';

const fabrikam = '5f1b6c3e-9a44-4c6e-8f0d-2b7a1c9d3e10';

describe('the list of companies is that of the configuration', () => {
  let upstream: UpstreamDouble;
  let test: GatewayUnderTest;
  let tokens: Record<'sara' | 'jim' | 'anna', string>;

  beforeAll(async () => {
    upstream = await startUpstream();
    test = await startGateway({
      odataUrl: upstream.odataUrl,
      environment: {
        BC_COMPANIES: JSON.stringify([
          'CRONUS International Ltd.',
          "Director's Cut, Söhne & Co.",
          { name: 'Fabrikam', id: fabrikam },
        ]),
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

  it('whoever sets up the connection is told them, and Business Central is not asked', async () => {
    const reply = await test.read(tokens.anna, 'Company');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({
      '@odata.context': '/ODataV4/$metadata#Company',
      value: [
        { Name: 'CRONUS International Ltd.' },
        { Name: "Director's Cut, Söhne & Co." },
        { Name: 'Fabrikam', Id: fabrikam },
      ],
    });
    expect(upstream.received).toHaveLength(0);
  });

  it.each(['sara', 'jim'] as const)('%s, who may not change couplings, is not told', async (user) => {
    expect(codeOf(await test.read(tokens[user], 'Company'))).toBe('Gateway_InsufficientScope');
  });

  it('nobody is told without a token', async () => {
    expect((await test.read('', 'Company')).status).toBe(401);
    expect((await test.read(`${tokens.anna}x`, 'Company')).status).toBe(401);
  });

  it.each([
    ['an option', 'Company?$top=1'],
    ['an option of another service', 'Company?$expand=Customer'],
    ['a company as option', 'Company?company=Fabrikam'],
    ['another case', 'company'],
    ['a key without service', "Company('Fabrikam')"],
    ['everything that hangs on it', 'Company/$count'],
    ['a name that every object has', 'constructor'],
    ['the prototype', '__proto__'],
  ])('nothing else is answered in its place: %s', async (_, address) => {
    expect((await test.read(tokens.anna, address)).status).toBe(403);
    expect(upstream.received).toHaveLength(0);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s does not change it', async (method) => {
    expect(codeOf(await test.read(tokens.anna, 'Company', { method }))).toBe('Gateway_NotAllowed');
    expect(upstream.received).toHaveLength(0);
  });

  it('it is not a part of a batch, and spoils none', async () => {
    const reply = await test.batch(tokens.anna, [
      batchPart('a', 'Company'),
      batchPart('b', `${cronus}/ItemList`),
    ]);
    const { responses } = JSON.parse(reply.text) as { responses: { id: string; status: number }[] };
    expect(responses.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        ['a', 403],
        ['b', 200],
      ]),
    );
  });
});

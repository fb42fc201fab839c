import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { generateKeyPair, SignJWT } from 'jose';
import { gatewayApplicationId, gatewayUserId } from '../../../sandbox/dataverse/cronus/users';
import { createDataverse } from '../../../sandbox/dataverse/dataverse';
import type { Dataverse } from '../../../sandbox/dataverse/dataverse';
import { recordId } from '../../../sandbox/identity';
import { packSolution } from '../../../solution/packer/packSolution';
import { goodInput } from '../../package/solutionFixtures';
import { startTokenIssuer } from './tokenIssuer';
import type { TokenIssuer } from './tokenIssuer';

let dataverse: Dataverse;
let server: FastifyInstance;
let origin: string;
let issuer: TokenIssuer;

const saraId = recordId('systemuser', 'Sara Andersson');
const now = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  dataverse = createDataverse();
  dataverse.importSolution(packSolution(goodInput).unmanaged);
  dataverse.seedCronus({ connection: { gatewayUrl: 'http://localhost:8081', webClientUrl: '' } });
  server = fastify();
  await server.register(dataverse.routes);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  issuer = await startTokenIssuer();
  dataverse.trust(issuer.trusted);
});

afterAll(async () => {
  await server.close();
  await issuer.close();
});

function whoAmI(headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${origin}/api/data/v9.2/WhoAmI()`, { headers });
}

const withToken = async (token: Promise<string> | string): Promise<Response> =>
  whoAmI({ authorization: `Bearer ${await token}` });

describe('an application with a token', () => {
  it('is its application user', async () => {
    const response = await withToken(issuer.token(gatewayApplicationId.toUpperCase()));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ UserId: gatewayUserId });
  });

  it('may be named by azp, as in tokens of version 2.0', async () => {
    const token = issuer.token('', { appid: undefined, azp: gatewayApplicationId });
    expect((await withToken(token)).status).toBe(200);
  });

  it('without a user here is no member of the organization', async () => {
    const response = await withToken(issuer.token(recordId('application', 'Somebody else')));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: '0x80072560' } });
  });

  it('is refused when its user is disabled', async () => {
    const before = dataverse.rows.get('systemuser', gatewayUserId)!;
    dataverse.rows.put('systemuser', gatewayUserId, { ...before, isdisabled: true });
    expect((await withToken(issuer.token(gatewayApplicationId))).status).toBe(403);
    dataverse.rows.put('systemuser', gatewayUserId, before);
  });

  it('does what its roles allow and nothing more', async () => {
    const authorization = `Bearer ${await issuer.token(gatewayApplicationId)}`;
    const statusOf = async (path: string) =>
      (await fetch(`${origin}/api/data/v9.2/${path}`, { headers: { authorization } })).status;
    expect(await statusOf('systemusers?$top=1')).toBe(200);
    expect(await statusOf('quotes?$top=1')).toBe(403);
    expect(await statusOf('accounts?$top=1')).toBe(403);
  });
});

describe('a token is refused', () => {
  const unsigned = (claims: object): string => {
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  };

  it.each<[string, () => Promise<string> | string]>([
    ['when it is no token', () => 'abc'],
    [
      'with the algorithm none',
      () =>
        unsigned({
          iss: issuer.trusted.issuer,
          aud: issuer.trusted.audience,
          appid: gatewayApplicationId,
          iat: now(),
          exp: now() + 600,
        }),
    ],
    [
      'signed with a text that everybody knows',
      () =>
        new SignJWT({
          iss: issuer.trusted.issuer,
          aud: issuer.trusted.audience,
          appid: gatewayApplicationId,
          iat: now(),
          exp: now() + 600,
        })
          .setProtectedHeader({ alg: 'HS256', kid: 'test' })
          .sign(new TextEncoder().encode(issuer.trusted.keysUrl.padEnd(32))),
    ],
    [
      'signed with another key',
      async () => issuer.token(gatewayApplicationId, {}, (await generateKeyPair('RS256')).privateKey),
    ],
    ['of another issuer', () => issuer.token(gatewayApplicationId, { iss: 'http://127.0.0.1/other/' })],
    [
      'for another audience',
      () => issuer.token(gatewayApplicationId, { aud: 'https://other.crm4.dynamics.com' }),
    ],
    ['that has expired', () => issuer.token(gatewayApplicationId, { iat: now() - 700, exp: now() - 100 })],
    ['that is not valid yet', () => issuer.token(gatewayApplicationId, { nbf: now() + 100 })],
    ['without an end', () => issuer.token(gatewayApplicationId, { exp: undefined })],
    ['that names no application', () => issuer.token('', { appid: undefined })],
  ])('%s', async (_, token) => {
    const response = await withToken(token());
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.text()).toBe('');
  });

  it('also beside the cookie of somebody who is signed in', async () => {
    const headers = { authorization: 'Bearer abc', cookie: `sandboxUser=${saraId}` };
    expect((await whoAmI(headers)).status).toBe(401);
  });

  it('like every other kind of authorization', async () => {
    expect((await whoAmI({ authorization: 'Basic YTpi' })).status).toBe(401);
  });

  it('where no issuer is trusted', async () => {
    const untrusting = createDataverse();
    untrusting.seedCronus({ connection: null });
    const other = fastify();
    await other.register(untrusting.routes);
    const authorization = `Bearer ${await issuer.token(gatewayApplicationId)}`;
    expect(
      (await other.inject({ url: '/api/data/v9.2/WhoAmI()', headers: { authorization } })).statusCode,
    ).toBe(401);
  });
});

describe('nobody signs in as an application', () => {
  it('since it is not among the users', async () => {
    const users = (await (await fetch(`${origin}/sandbox/users`)).json()) as readonly { id: string }[];
    expect(users.length).toBeGreaterThan(1);
    expect(users.map(({ id }) => id)).not.toContain(gatewayUserId);
  });

  it('nor with a cookie that names it', async () => {
    expect((await whoAmI({ cookie: `sandboxUser=${gatewayUserId}` })).status).toBe(401);
    const signIn = await fetch(`${origin}/sandbox/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: gatewayUserId }),
    });
    expect(signIn.status).toBe(404);
  });
});

import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { gatewayApplicationId, gatewayUserId } from '../../sandbox/dataverse/cronus/users';
import { createDataverse } from '../../sandbox/dataverse/dataverse';
import { startIdentityProvider } from '../../sandbox/identityProvider/identityProvider';
import type { IdentityProvider } from '../../sandbox/identityProvider/identityProvider';

let server: FastifyInstance;
let dataverseUrl: string;
let provider: IdentityProvider;

beforeAll(async () => {
  const dataverse = createDataverse();
  dataverse.seedCronus({ connection: null });
  server = fastify();
  await server.register(dataverse.routes);
  dataverseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
  provider = await startIdentityProvider({ clientId: gatewayApplicationId, audience: dataverseUrl });
  dataverse.trust({ issuer: provider.issuer, keysUrl: provider.keysUrl, audience: dataverseUrl });
});

afterAll(async () => {
  await provider.close();
  await server.close();
});

async function ask(
  changes: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const form = {
    grant_type: 'client_credentials',
    client_id: gatewayApplicationId,
    client_secret: provider.clientSecret,
    scope: `${dataverseUrl}/.default`,
    ...changes,
  };
  const response = await fetch(provider.tokenEndpoint, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

async function tokenOf(answer: ReturnType<typeof ask>): Promise<string> {
  const { status, body } = await answer;
  expect(status).toBe(200);
  return String(body['access_token']);
}

function whoAmI(token: string): Promise<Response> {
  return fetch(`${dataverseUrl}/api/data/v9.2/WhoAmI()`, { headers: { authorization: `Bearer ${token}` } });
}

describe('the gateway’s application', () => {
  it('gets a token with its secret, at an address like Microsoft Entra’s', async () => {
    expect(new URL(provider.tokenEndpoint).pathname).toMatch(/^\/[0-9a-f-]{36}\/oauth2\/v2\.0\/token$/);
    const { body } = await ask();
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
  });

  it('gets a signed one, for this environment and a short time', async () => {
    const token = await tokenOf(ask());
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ aud: dataverseUrl, iss: provider.issuer, appid: gatewayApplicationId });
    expect(claims.exp! - claims.iat!).toBe(900);
  });

  it('is let into Dataverse with it, as its application user', async () => {
    const response = await whoAmI(await tokenOf(ask()));
    expect(await response.json()).toMatchObject({ UserId: gatewayUserId });
  });

  it('is not let in with a token that was changed', async () => {
    const [head = '', claims = '', signature = ''] = (await tokenOf(ask())).split('.');
    const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), exp: 9e9 };
    const forged = Buffer.from(JSON.stringify(changed)).toString('base64url');
    expect((await whoAmI(`${head}.${forged}.${signature}`)).status).toBe(401);
  });
});

describe('nobody else gets a token', () => {
  it.each([
    ['with a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['without a secret', { client_secret: '' }, 401, 'invalid_client'],
    ['as an application that is not known', { client_id: 'somebody' }, 401, 'invalid_client'],
    ['for another resource', { scope: 'https://graph.microsoft.com/.default' }, 400, 'invalid_scope'],
    ['for a resource beside the scope', { resource: 'https://graph.microsoft.com' }, 400, 'invalid_target'],
    ['for nothing', { scope: '' }, 400, 'invalid_scope'],
    ['with a password', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('%s', async (_, changes, status, error) => {
    const answer = await ask(changes);
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
    expect(answer.body).not.toHaveProperty('access_token');
  });
});

test('secret and keys are new at each start', async () => {
  const other = await startIdentityProvider({ clientId: gatewayApplicationId, audience: dataverseUrl });
  try {
    expect(other.clientSecret).not.toBe(provider.clientSecret);
    expect(other.clientSecret.length).toBeGreaterThanOrEqual(40);
    const keysAt = async (address: string) => (await fetch(address)).text();
    expect(await keysAt(other.keysUrl)).not.toBe(await keysAt(provider.keysUrl));
  } finally {
    await other.close();
  }
  await expect(fetch(other.keysUrl)).rejects.toThrow();
});

import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { cronus, salesOrigin, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf, send } from './http';

const asked = `${cronus}/ItemCard?$select=No&$top=1`;
const signingKey = randomBytes(32);
const minute = 60;

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

describe('the gateway takes its own tokens and no others', () => {
  let test: GatewayUnderTest;
  let issued: { header: { kid: string; alg: string; typ: string }; payload: JWTPayload };
  let token: string;

  beforeAll(async () => {
    test = await startGateway({ environment: { SIGNING_KEYS: signingKey.toString('base64') } });
    token = await test.signIn(users.sara);
    const [header = '', payload = ''] = token.split('.');
    const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    issued = { header: decoded(header), payload: decoded(payload) } as typeof issued;
  });
  afterAll(() => test.close());

  /** A token as the gateway would make it, but for the changes. */
  function forged(
    payload: JWTPayload = {},
    header: Partial<typeof issued.header> = {},
    key: Uint8Array = signingKey,
  ): Promise<string> {
    return new SignJWT({ ...issued.payload, ...payload })
      .setProtectedHeader({ ...issued.header, ...header })
      .sign(key);
  }

  async function expectRefused(stolen: string): Promise<void> {
    const before = test.reached();
    const reply = await test.read(stolen, asked);
    expect([reply.status, codeOf(reply)]).toEqual([401, 'Gateway_InvalidToken']);
    expect(reply.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(test.reached()).toBe(before);
  }

  it('holds user, scope, origin and its times, and nothing secret', () => {
    expect(issued.header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: expect.any(String) as string });
    expect(issued.payload).toEqual({
      iss: 'urn:business-central-for-sales:gateway',
      aud: `urn:business-central-for-sales:gateway:${new URL(test.dataverse.url).host}`,
      sub: users.sara,
      scope: 'availability',
      origin: salesOrigin,
      jti: expect.any(String) as string,
      iat: expect.any(Number) as number,
      nbf: expect.any(Number) as number,
      exp: (issued.payload.iat ?? 0) + 15 * minute,
    });
  });

  it('is what the forgeries below differ from', async () => {
    expect((await test.read(await forged(), asked)).status).toBe(200);
  });

  it('refuses `alg: none`', async () => {
    await expectRefused(new UnsecuredJWT(issued.payload).encode());
  });

  it('refuses `alg: none` in capitals with the signature of a valid token', async () => {
    const header = Buffer.from(JSON.stringify({ ...issued.header, alg: 'NONE' })).toString('base64url');
    await expectRefused([header, ...token.split('.').slice(1)].join('.'));
  });

  it('refuses more scopes under an old signature', async () => {
    const [header = '', , signature = ''] = token.split('.');
    const payload = { ...issued.payload, scope: 'availability coupling.write' };
    await expectRefused(
      [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.'),
    );
  });

  it('refuses a wrong key', async () => {
    await expectRefused(await forged({}, {}, randomBytes(32)));
  });

  it('refuses an unknown key id', async () => {
    await expectRefused(await forged({}, { kid: '../../dev/null' }));
  });

  it('refuses another algorithm with the same key', async () => {
    await expectRefused(await forged({}, { alg: 'HS512' }));
  });

  it('refuses another kind of token', async () => {
    await expectRefused(await forged({}, { typ: 'JWT' }));
  });

  it.each([
    ['a wrong audience', () => ({ aud: 'urn:business-central-for-sales:gateway:other.crm4.dynamics.com' })],
    ['no audience', () => ({ aud: undefined })],
    ['a wrong issuer', () => ({ iss: 'https://evil.example' })],
    ['an end that has passed', () => ({ exp: seconds() - 1 })],
    ['no end', () => ({ exp: undefined })],
    ['a beginning in the future', () => ({ nbf: seconds() + 10 * minute })],
    ['no user', () => ({ sub: undefined })],
    ['another origin', () => ({ origin: 'https://evil.example' })],
    ['no origin', () => ({ origin: undefined })],
    ['scopes that are no text', () => ({ scope: ['availability'] })],
  ])('refuses %s', async (_, changes) => {
    await expectRefused(await forged(changes()));
  });

  it('takes a token of an instance whose clock is 2 minutes ahead', async () => {
    const ahead = seconds() + 2 * minute;
    const other = { iat: ahead, nbf: ahead - 2 * minute, exp: ahead + 15 * minute };
    expect((await test.read(await forged(other), asked)).status).toBe(200);
  });

  it('refuses a stolen token that comes from no page', async () => {
    const reply = await send(test.origin, `/ODataV4/${asked}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(reply.status).toBe(401);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['Basic credentials', `Basic ${Buffer.from('GATEWAY:key').toString('base64')}`],
    ['words', 'Bearer let me in'],
    ['a token of 9 KB', `Bearer ${'a'.repeat(9 * 1024)}`],
    ['only dots', 'Bearer ..'],
  ])('refuses %s as Authorization', async (_, authorization) => {
    const reply = await test.ask(`/ODataV4/${asked}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect([reply.status, codeOf(reply)]).toEqual([401, 'Gateway_InvalidToken']);
  });

  it('refuses a token in the address', async () => {
    const reply = await test.ask(`/ODataV4/${asked}&access_token=${token}`);
    expect(reply.status).toBe(401);
    expect(test.log.join('')).not.toContain(token);
  });

  it('refuses a token without scopes of ours for every service', async () => {
    const reply = await test.read(await forged({ scope: 'admin *' }), asked);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'Gateway_InsufficientScope']);
  });

  it('takes tokens of the old key while keys are changed', async () => {
    const renewed = await startGateway({
      environment: {
        SIGNING_KEYS: `${randomBytes(32).toString('base64')},${signingKey.toString('base64')}`,
        TOKEN_AUDIENCE: String(issued.payload.aud),
      },
    });
    expect((await renewed.read(token, asked)).status).toBe(200);
    const [header = ''] = (await renewed.signIn(users.sara)).split('.');
    expect(Buffer.from(header, 'base64url').toString()).not.toContain(issued.header.kid);
    await renewed.close();
  });
});

describe('tokens of Microsoft Entra, where an organization accepts them', () => {
  const audience = 'api://business-central-gateway';
  let keySet: Server;
  let issuer: string;
  let privateKey: KeyObject;
  let test: GatewayUnderTest;

  beforeAll(async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'entra', use: 'sig', alg: 'RS256' };
    keySet = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
    });
    keySet.listen(0, '127.0.0.1');
    await once(keySet, 'listening');
    issuer = `http://127.0.0.1:${(keySet.address() as AddressInfo).port}/tenant/v2.0`;
    test = await startGateway({
      environment: { ENTRA_ISSUER: issuer, ENTRA_AUDIENCE: audience, ENTRA_KEYS_URL: `${issuer}/keys` },
    });
  });
  afterAll(async () => {
    await test.close();
    keySet.close();
    keySet.closeAllConnections();
  });

  function entraToken(changes: JWTPayload = {}, key: KeyObject | Uint8Array = privateKey, alg = 'RS256') {
    const now = seconds();
    return new SignJWT({
      iss: issuer,
      aud: audience,
      oid: randomUUID(),
      scp: 'access_as_user',
      roles: ['availability'],
      iat: now,
      nbf: now,
      exp: now + 60 * minute,
      ...changes,
    })
      .setProtectedHeader({ alg, typ: 'JWT', kid: 'entra' })
      .sign(key);
  }

  it('open what their app roles say, and no more', async () => {
    const token = await entraToken();
    expect((await test.read(token, asked)).status).toBe(200);
    expect((await test.read(token, `${cronus}/CustomerCard`)).status).toBe(403);
  });

  it('open nothing by `scp` alone, which only says that the user let an app act', async () => {
    const token = await entraToken({ roles: undefined, scp: 'availability coupling.write' });
    const reply = await test.read(token, asked);
    expect([reply.status, codeOf(reply)]).toEqual([403, 'Gateway_InsufficientScope']);
  });

  it.each([
    ['for another audience', { aud: 'api://other' }],
    ['of another tenant', { iss: 'https://login.microsoftonline.com/other/v2.0' }],
    ['that have ended', { exp: seconds() - 10 * minute }],
    ['of the future', { nbf: seconds() + 10 * minute }],
    ['without a user', { oid: undefined }],
  ])('%s are refused', async (_, changes) => {
    expect((await test.read(await entraToken(changes), asked)).status).toBe(401);
  });

  it('signed with the public key as a shared secret are refused', async () => {
    const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
    const token = await entraToken({}, new TextEncoder().encode(pem), 'HS256');
    expect((await test.read(token, asked)).status).toBe(401);
  });

  it('signed with another key are refused', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect((await test.read(await entraToken({}, other.privateKey), asked)).status).toBe(401);
  });

  it('are not judged while the keys of the issuer cannot be read', async () => {
    const unreachable = await startGateway({
      environment: {
        ENTRA_ISSUER: issuer,
        ENTRA_AUDIENCE: audience,
        ENTRA_KEYS_URL: 'http://127.0.0.1:9/keys',
      },
    });
    const reply = await unreachable.read(await entraToken(), asked);
    expect([reply.status, codeOf(reply)]).toEqual([503, 'Gateway_IdentityUnavailable']);
    await unreachable.close();
  });

  it('mean nothing to a gateway that does not accept them', async () => {
    const plain = await startGateway();
    expect((await plain.read(await entraToken(), asked)).status).toBe(401);
    await plain.close();
  });
});

import { randomBytes, randomUUID } from 'node:crypto';
import { cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';

describe('who is let in', () => {
  let test: GatewayUnderTest;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  it('exchanges a ticket for a token of 15 minutes with the scopes of the role', async () => {
    const reply = await test.exchange(test.dataverse.createTicket(users.sara));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'availability',
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    });
    expect(reply.headers['cache-control']).toBe('no-store');
    const token = (JSON.parse(reply.text) as { access_token: string }).access_token;
    const answer = await test.read(token, `${cronus}/ItemCard?$select=No&$top=1`);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('value')]);
  });
});

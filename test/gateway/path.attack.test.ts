import { cronus, startGateway, users, type GatewayUnderTest } from './gatewayUnderTest';
import { codeOf } from './http';

describe('tricks with the path', () => {
  let test: GatewayUnderTest;
  let anna: string;
  beforeAll(async () => {
    test = await startGateway();
    anna = await test.signIn(users.anna);
  });
  afterAll(() => test.close());

  async function refused(address: string): Promise<string> {
    const before = test.reached();
    const reply = await test.read(anna, address);
    expect(test.reached()).toBe(before);
    return `${reply.status} ${codeOf(reply)}`;
  }

  it.each([
    ['a way up', `../${cronus}/ItemCard`],
    ['a way up in the middle', `${cronus}/../Company('Fabrikam')/ItemCard`],
    ['a way up at the end', `${cronus}/ItemCard/..`],
    ['an encoded way up', `%2e%2e/${cronus}/ItemCard`],
    ['an encoded way up in capitals', `${cronus}/%2E%2E/ItemCard`],
    ['a way to where it stands', `./${cronus}/ItemCard`],
    ['an encoded dot', `%2e/${cronus}/ItemCard`],
    ['an empty segment', `/${cronus}/ItemCard`],
    ['an empty segment in the middle', `${cronus}//ItemCard`],
    ['a slash at the end', `${cronus}/ItemCard/`],
    ['an encoded slash', `${cronus}%2fItemCard`],
    ['an encoded slash in a name', `${cronus}/ItemCard%2f..%2fCustomerCard`],
    ['a backslash', `${cronus}\\ItemCard`],
    ['an encoded backslash', `${cronus}/..%5c..%5capi`],
    ['a segment encoded twice', `${cronus}/Item%2543ard`],
    ['a way up encoded twice', `%252e%252e/${cronus}/ItemCard`],
    ['a company encoded twice', "Company('CRONUS%2520International%2520Ltd.')/ItemCard"],
    ['an escape that is none', `${cronus}/Item%zzCard`],
    ['an escape that is cut off', `${cronus}/ItemCard%2`],
    ['UTF-8 that is too long (a slash in two bytes)', `${cronus}/%c0%afItemCard`],
    ['a zero byte', `${cronus}/ItemCard%00`],
    ['an encoded line end', `${cronus}/ItemCard%0d%0aX:%20y`],
    ['an encoded line end in the query', `${cronus}/ItemCard?$select=No%0d%0aX:%20y`],
    ['an encoded line end in a text of a filter', `${cronus}/ItemCard?$filter=No%20eq%20'a%0d%0aX:%20y'`],
    ['an encoded delete in a text of a filter', `${cronus}/ItemCard?$filter=No%20eq%20'%7f'`],
    ['a fragment', `${cronus}/ItemCard#/..`],
    ['a host in the path', `//evil.example/${cronus}/ItemCard`],
    ['an address in the path', `http://evil.example/${cronus}/ItemCard`],
    ['an address of 16 KB', `${cronus}/ItemCard?$filter=${'a'.repeat(16 * 1024)}`],
    ['nothing', ''],
    ['only a question mark', '?'],
  ])('refuses %s as malformed', async (_, address) => {
    expect(await refused(address)).toBe('400 Gateway_BadRequest');
  });

  it.each([
    ['parameters of a segment', `${cronus}/ItemCard;jsessionid=1`],
    ['parameters of the company', `${cronus};x=1/ItemCard`],
    ['an encoded question mark', `${cronus}/ItemCard%3f$expand=x`],
    ['a user before the path', `@evil.example/ItemCard`],
    ['another batch', '$batch/$batch'],
    ['a batch with options', '$batch?company=x'],
  ])('does not know %s', async (_, address) => {
    expect(await refused(address)).toBe('403 Gateway_NotAllowed');
  });

  it.each([
    ['another service of the same server', '/BC/ODataV4/Company'],
    ['the API', '/api/v2.0/companies'],
    ['the relay in lower case', `/odatav4/${cronus}/ItemCard`],
    ['the relay with an escape', `/%4fDataV4/${cronus}/ItemCard`],
    ['the relay after a double slash', `//ODataV4/${cronus}/ItemCard`],
    ['the relay after a way up', `/x/../ODataV4/${cronus}/ItemCard`],
    ['the relay without its slash', '/ODataV4'],
    ['an absolute address', `http://127.0.0.1/ODataV4/${cronus}/ItemCard`],
    ['the token route with a slash', '/token/'],
    ['the root', '/'],
    ['a star', '*'],
  ])('finds nothing at %s', async (_, path) => {
    const reply = await test.ask(path, { headers: { authorization: `Bearer ${anna}` } });
    expect([reply.status, codeOf(reply)]).toEqual([404, 'Gateway_NotFound']);
  });

  it('takes what is encoded once, however much of it', async () => {
    const encoded = Array.from(
      cronus.replaceAll('%20', ' '),
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    ).join('');
    expect((await test.read(anna, `${encoded}/%49temCard?%24top=1`)).status).toBe(200);
  });
});

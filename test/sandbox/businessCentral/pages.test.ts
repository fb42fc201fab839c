import { startCaller, type Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller();
});
afterAll(() => caller.businessCentral.close());

function form(fields: Record<string, string>, origin?: string): Parameters<Caller['ask']>[1] {
  return {
    method: 'POST',
    credentials: null,
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(origin === undefined ? {} : { origin }),
    },
  };
}

describe('the page of faults', () => {
  const address = (): string => `${caller.businessCentral.origin}/faults`;

  test('sets a fault for a service and a number of times, shows it, and clears it', async () => {
    const set = await caller.ask(
      address(),
      form(
        { set: '1', fault: 'unavailableSeconds', service: 'SalesLines', times: '3' },
        caller.businessCentral.origin,
      ),
    );
    expect([set.status, set.headers['location']]).toEqual([303, '/faults']);
    expect(caller.businessCentral.faults.active()).toMatchObject([
      {
        fault: { kind: 'unavailable', retryAfter: { form: 'seconds', seconds: 2 } },
        service: 'SalesLines',
        remaining: 3,
      },
    ]);
    const shown = await caller.ask(address(), { credentials: null });
    expect(shown.text).toContain('<td>503, Retry-After 2 seconds</td><td>SalesLines</td><td>3 more</td>');
    await caller.ask(address(), form({ clear: String(caller.businessCentral.faults.active()[0]?.id) }));
    expect(caller.businessCentral.faults.active()).toEqual([]);
  });

  test('offers a choice of every kind, for everything and until cleared', async () => {
    const { text } = await caller.ask(address(), { credentials: null });
    const values = [...text.matchAll(/<option value="(\w+)">/g)].map((match) => match[1] ?? '');
    expect(values.length).toBeGreaterThan(15);
    for (const fault of values) {
      await caller.ask(address(), form({ set: '1', fault, service: '', times: '' }));
    }
    const active = caller.businessCentral.faults.active();
    expect(active).toHaveLength(values.length);
    expect(active.every((fault) => fault.service === null && fault.remaining === null)).toBe(true);
    await caller.ask(address(), form({ clear: 'all' }));
    expect(caller.businessCentral.faults.active()).toEqual([]);
  });

  test('refuses a form of another origin', async () => {
    const reply = await caller.ask(address(), form({ set: '1', fault: 'hang' }, 'https://evil.example'));
    expect(reply.status).toBe(403);
    expect(caller.businessCentral.faults.active()).toEqual([]);
  });
});

describe('the web client', () => {
  test('says which page and record a deep link asks for', async () => {
    const link = `${caller.businessCentral.webClientUrl}&page=30&filter=${encodeURIComponent("'No.' IS '1896-S'")}`;
    const { status, text } = await caller.ask(link, { credentials: null });
    expect(status).toBe(200);
    expect(text).toContain('<h1>Item Card</h1>');
    expect(text).toContain('CRONUS International Ltd.');
    expect(text).toContain('&#39;No.&#39; IS &#39;1896-S&#39;');
  });

  test('shows what it is given as text', async () => {
    const link = `${caller.businessCentral.origin}/BC/?company=${encodeURIComponent('<script>alert(1)</script>')}`;
    const { text } = await caller.ask(link, { credentials: null });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });
});

test('there is nothing else', async () => {
  expect((await caller.ask(`${caller.businessCentral.origin}/`)).status).toBe(404);
  expect((await caller.ask(`${caller.businessCentral.origin}/BC/ODataV3/Company`)).status).toBe(404);
});

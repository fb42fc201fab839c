import { cronusPath, cronusService, errorOf, startCaller, valueOf, type Caller, type Reply } from './caller';

interface Collection {
  readonly '@odata.context': string;
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Record<string, unknown>[];
}

let caller: Caller;
beforeAll(async () => {
  caller = await startCaller({ maxPageSize: 400 });
});
afterAll(() => caller.businessCentral.close());

function collection(reply: Reply): Collection {
  return JSON.parse(reply.text) as Collection;
}

async function numbers(query: string): Promise<readonly unknown[]> {
  return (await caller.rows('ItemCard', query)).map((row) => row['No']);
}

describe('$select', () => {
  test('gives what is asked for, the key, and the etag', async () => {
    const rows = await caller.rows(
      'SalesLines',
      "$filter=No eq '1960-S' and Document_Type eq 'Order'&$select=Outstanding_Quantity",
    );
    expect(Object.keys(rows[0] ?? {})).toEqual([
      '@odata.etag',
      'Document_Type',
      'Document_No',
      'Line_No',
      'Outstanding_Quantity',
    ]);
  });

  test('refuses an unknown field', async () => {
    expect(await caller.refusal(cronusService('ItemCard', '$select=No,Nope'))).toEqual({
      status: 400,
      code: 'BadRequest',
      message: "Could not find a property named 'Nope' on type 'NAV.ItemCard'.",
    });
  });
});

describe('$orderby', () => {
  test('sorts by fields and directions; without it the primary key orders', async () => {
    expect(await numbers("$filter=startswith(No,'19')&$select=No&$top=2")).toEqual(['1900-S', '1906-S']);
    expect(await numbers("$filter=startswith(No,'19')&$orderby=No desc&$top=2")).toEqual([
      '1996-S',
      '1988-S',
    ]);
    expect(await numbers('$orderby=Inventory asc,No desc&$top=1')).toEqual(['1968-S']);
    expect(await numbers("$filter=startswith(No,'SER')&$orderby=Base_Unit_of_Measure desc, No desc")).toEqual(
      ['SER203', 'SER102', 'SER101'],
    );
  });

  test.each(['Nope', 'No sideways', 'No desc extra'])('refuses %s', async (orderBy) => {
    expect((await caller.ask(cronusService('ItemCard', `$orderby=${orderBy}`))).status).toBe(400);
  });

  test('refuses a page variable', async () => {
    const { status, message } = await caller.refusal(
      cronusService('ProductItemAvailability', '$orderby=Inventory'),
    );
    expect(status).toBe(400);
    expect(message).toContain('cannot be used in the $orderby query option');
  });
});

describe('$top and $skip', () => {
  test('$top caps the whole answer and leaves no next link where a page holds it', async () => {
    const reply = collection(await caller.ask(cronusService('ItemCard', '$top=300&$select=No')));
    expect(reply.value).toHaveLength(300);
    expect(reply['@odata.nextLink']).toBeUndefined();
    expect(await numbers('$top=0')).toEqual([]);
  });

  test('$top above the page size comes in pages, each link with what is left of it', async () => {
    const small = await startCaller({ maxPageSize: 200 });
    try {
      const sizes: number[] = [];
      const links: (string | undefined)[] = [];
      let address: string | undefined = cronusService('ItemCard', '$skip=1&$top=500&$select=No');
      while (address !== undefined) {
        const page = collection(await small.ask(address));
        sizes.push(page.value.length);
        address = page['@odata.nextLink'];
        links.push(/\$top=\d+/.exec(address ?? '')?.[0]);
      }
      expect(sizes).toEqual([200, 200, 100]);
      expect(links).toEqual(['$top=300', '$top=100', undefined]);
    } finally {
      await small.businessCentral.close();
    }
  });

  test('$skip leaves rows out', async () => {
    expect(await numbers('$select=No&$skip=1&$top=2')).toEqual(['1900-S', '1906-S']);
  });

  test.each(['$top=-1', '$top=many', '$skip=1.5', '$count=yes'])('refuses %s', async (option) => {
    expect(await caller.refusal(cronusService('ItemCard', option))).toMatchObject({
      status: 400,
      code: 'BadRequest',
    });
  });
});

describe('$count', () => {
  test('counts what the filter leaves, whatever the page holds', async () => {
    const reply = collection(
      await caller.ask(cronusService('ItemCard', "$filter=startswith(No,'BULK')&$count=true&$top=3")),
    );
    expect(reply['@odata.count']).toBe(1000);
    expect(reply.value).toHaveLength(3);
  });

  test('/$count is a plain number', async () => {
    const reply = await caller.ask(`${cronusPath}/ItemCard/$count?$filter=startswith(No,'BULK')`);
    expect(reply.headers['content-type']).toBe('text/plain');
    expect(reply.text).toBe('1000');
  });
});

describe('paging', () => {
  test('the next link, followed as it is, brings every row once', async () => {
    const found: unknown[] = [];
    let address: string | undefined = cronusService('ItemCard', "$filter=startswith(No,'BULK')&$select=No");
    let pages = 0;
    while (address !== undefined) {
      const page: Collection = collection(await caller.ask(address));
      found.push(...page.value.map((row) => row['No']));
      address = page['@odata.nextLink'];
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(found).toHaveLength(1000);
    expect(new Set(found).size).toBe(1000);
  });

  test('the next link is absolute, names the company encoded once, and keeps the question', async () => {
    const { '@odata.nextLink': next } = collection(
      await caller.ask("/Company('CRONUS%20International%20Ltd.')/ItemCard?$select=No&$skip=10"),
    );
    expect(next).toMatch(
      /^http:\/\/localhost:\d+\/BC\/ODataV4\/Company\('CRONUS%20International%20Ltd\.'\)\/ItemCard\?\$select=No&\$skiptoken=[\w-]+$/,
    );
    const second = collection(await caller.ask(next ?? ''));
    const [after] = await caller.rows('ItemCard', '$select=No&$skip=410&$top=1');
    expect(second.value[0]?.['No']).toBe(after?.['No']);
  });

  test('Prefer lowers the page size and never raises it', async () => {
    const page = async (size: number): Promise<Reply> =>
      caller.ask(cronusService('ItemCard', '$select=No'), {
        headers: { Prefer: `odata.maxpagesize=${size}` },
      });
    const lowered = await page(7);
    expect(collection(lowered).value).toHaveLength(7);
    expect(collection(lowered)['@odata.nextLink']).toBeDefined();
    expect(lowered.headers['preference-applied']).toBe('odata.maxpagesize=7');
    expect(collection(await page(5000)).value).toHaveLength(400);
  });

  test('the last page has no next link, nor has an empty one', async () => {
    const empty = collection(await caller.ask(cronusService('ItemCard', "$filter=No eq 'nothing'")));
    expect(empty).toEqual({ '@odata.context': empty['@odata.context'], value: [] });
  });

  test('refuses a token that is none of its own', async () => {
    expect((await caller.ask(cronusService('ItemCard', '$skiptoken=abc'))).status).toBe(400);
  });
});

describe('other options', () => {
  test('ignores those that it does not know', async () => {
    const reply = await caller.ask(
      `${cronusPath}/LocationList?$apply=aggregate(x)&$search=green&$wibble=1&wobble=2&$format=json`,
    );
    expect(reply.status).toBe(200);
    expect(valueOf(reply)).toHaveLength(10);
  });

  test('refuses an option that stands twice, and percent signs that mean nothing', async () => {
    expect((await caller.ask(`${cronusPath}/ItemCard?$top=1&$top=2`)).status).toBe(400);
    expect(
      (await caller.ask(`${cronusPath}/ItemCard?$filter=No eq '50%'`.replaceAll(' ', '%20'))).status,
    ).toBe(400);
  });

  test('refuses to expand what is no relation', async () => {
    const reply = await caller.ask(cronusService('ItemCard', '$expand=Vendor'));
    expect(errorOf(reply).message).toContain("Could not find a property named 'Vendor'");
  });
});

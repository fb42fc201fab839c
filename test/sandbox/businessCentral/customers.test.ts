import { couplingAccounts } from '../../../sandbox/demoData/couplingAccounts';
import { recordId } from '../../../sandbox/identity';
import { cronusPath, cronusService, startCaller, type Caller, type Reply } from './caller';

let caller: Caller;
beforeEach(async () => {
  caller = await startCaller();
});
afterEach(() => caller.businessCentral.close());

async function patch(no: string, body: unknown): Promise<Reply> {
  return caller.ask(`${cronusPath}/CustomerCard('${no}')`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify(body),
  });
}

describe('the customer card', () => {
  test('takes what may be changed, and the list shows it', async () => {
    const reply = await patch('62010', {
      Name: 'Proseware',
      Blocked: ' ',
      Credit_Limit_LCY: 750,
      Currency_Code: 'EUR',
    });
    expect(reply.status).toBe(200);
    expect(await caller.rows('CustomerList', "$filter=No eq '62010'")).toMatchObject([
      {
        Name: 'Proseware',
        Search_Name: 'PROSEWARE',
        Blocked: ' ',
        Credit_Limit_LCY: 750,
        Currency_Code: 'EUR',
      },
    ]);
  });

  test('refuses a figure, an unknown kind of blocking, and a currency that there is not', async () => {
    const refused = await Promise.all([
      patch('62010', { Balance_LCY: 0 }),
      patch('62010', { Blocked: 'Everything' }),
      patch('62010', { Currency_Code: 'XXX' }),
    ]);
    expect(refused.map((reply) => reply.status)).toEqual([400, 400, 400]);
    expect(refused[2].text).toContain('cannot be found in the related table (Currency)');
  });

  test('permits neither new customers nor deletions', async () => {
    const insert = await caller.ask(`${cronusPath}/CustomerCard`, { method: 'POST', body: '{"No":"1"}' });
    const remove = await caller.ask(`${cronusPath}/CustomerCard('62010')`, { method: 'DELETE' });
    expect([insert.status, remove.status]).toEqual([405, 405]);
  });

  test('is as it was once a batch that must succeed as a whole has failed', async () => {
    const url = `Company('CRONUS%20International%20Ltd.')/CustomerCard('62010')`;
    const headers = { 'content-type': 'application/json', 'if-match': '*' };
    await caller.batch(
      [
        { id: '1', method: 'PATCH', url, headers, body: { Name: 'Lost' } },
        { id: '2', method: 'PATCH', url, headers, body: { No: 'nobody changes this' } },
      ],
      { isolation: 'snapshot' },
    );
    expect(await caller.rows('CustomerCard', "$filter=No eq '62010'")).toMatchObject([
      { Name: 'Proseware Studio' },
    ]);
  });
});

describe('the customer list', () => {
  test('is filtered by the beginning and by parts of a name', async () => {
    const numbers = async (filter: string): Promise<readonly unknown[]> =>
      (await caller.rows('CustomerList', `$filter=${filter}&$select=No`)).map((row) => row['No']);
    expect(await numbers("startswith(Name,'Trey')")).toEqual(['20000']);
    expect(await numbers("contains(Name,'& Sons')")).toEqual(["O'NEIL 1"]);
    expect(await numbers("contains(Name,'trey')")).toEqual([]);
  });

  test('says who is coupled, and sums by a date filter', async () => {
    const free = await caller.rows('CustomerList', '$filter=Coupled_to_Dataverse eq false');
    const uncoupled = couplingAccounts.filter(
      ({ kind, side, coupled }) => kind === 'customer' && side !== 'sales' && !coupled,
    );
    expect(free.map((row) => row['No'])).toEqual(['70000', ...uncoupled.map(({ key }) => key)]);
    const [year] = await caller.rows(
      'CustomerList',
      "$filter=No eq '74000' and Date_Filter eq '2025-01-01..2025-12-31'",
    );
    expect(year?.['Sales_LCY']).toBe(12_400);
  });
});

describe('the couplings', () => {
  function coupling(no: string): string {
    return `$filter=CRM_ID eq ${recordId('account', no)}`;
  }

  test('lead from an account to its customer', async () => {
    expect(await caller.rows('CRMIntegrationRecords', coupling('73000'))).toMatchObject([
      {
        Integration_ID: recordId('bc:18', '73000'),
        Table_ID: 18,
        Record_No: '73000',
        Record_Name: 'Woodgrove Branches',
        Last_Synch_Modified_On: '0001-01-01T00:00:00Z',
        Last_Synch_Result: ' ',
        Skipped: false,
        Last_Error: '',
      },
    ]);
    expect(await caller.rows('CRMIntegrationRecords', coupling('70000'))).toEqual([]);
  });

  test('stay behind a customer that has been deleted, with neither number nor name', async () => {
    expect(await caller.rows('CRMIntegrationRecords', coupling('71000'))).toMatchObject([
      { Integration_ID: recordId('bc:18', '71000'), Record_No: '', Record_Name: '' },
    ]);
  });

  test('show items too, and the page of items shows nothing else', async () => {
    const items = await caller.rows('CRMIntegrationRecords', '$filter=Table_ID eq 27');
    expect(items.find((row) => row['Record_No'] === '1896-S')?.['Record_Name']).toBe('ATHENS Desk');
    const shown = await caller.rows('ProductItemAvailability');
    expect(shown).toHaveLength(items.length);
    expect(new Set(shown.map((row) => row['Table_ID']))).toEqual(new Set([27]));
  });

  test('cannot be filtered by what is looked up for each row', async () => {
    for (const name of ['Record_No', 'Record_Name', 'Last_Error']) {
      const refused = await caller.refusal(cronusService('CRMIntegrationRecords', `$filter=${name} eq 'x'`));
      expect([name, refused.status]).toEqual([name, 400]);
    }
  });
});

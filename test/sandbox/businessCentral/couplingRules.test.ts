import { recordId } from '../../../sandbox/identity';
import { errorOf, salesUser } from './caller';
import { noJob, startCouplingWorld, type CouplingWorld } from './couplingWorld';

let world: CouplingWorld;
beforeEach(async () => {
  world = await startCouplingWorld();
});
afterEach(() => world.close());

const account = (key: string): string => recordId('account', key);

describe('Couple', () => {
  test('couples, and needs no job where nothing is to be synchronized', async () => {
    const systemId = await world.systemId(18, '76000');
    const parameters = { tableId: 18, systemId, crmId: account('76000'), synchAction: 0 };
    expect(await world.value('Couple', parameters)).toBe(noJob);
    expect(await world.coupling('account', '76000', 18)).toMatchObject({
      Integration_ID: systemId,
      Record_No: '76000',
      Record_Name: 'Fincher Architects',
      Last_Synch_Result: ' ',
      Skipped: false,
    });
    expect(await world.one('CustomerList', "No eq '76000'")).toMatchObject({ Coupled_to_Dataverse: true });
  });

  test('leaves a pair that is coupled already as it is', async () => {
    const systemId = await world.systemId(18, '20000');
    const before = await world.coupling('account', '20000', 18);
    expect(
      await world.value('Couple', { tableId: 18, systemId, crmId: account('20000'), synchAction: 0 }),
    ).toBe(noJob);
    expect(await world.coupling('account', '20000', 18)).toEqual(before);
  });

  test('refuses a record that has another coupling', async () => {
    const systemId = await world.systemId(18, '20000');
    expect(
      await world.refusal('Couple', { tableId: 18, systemId, crmId: account('76000'), synchAction: 0 }),
    ).toBe('Customer: 20000 cannot be coupled, because it is coupled to another Account record.');
  });

  test('refuses a row that is coupled with another record of the table, and never repoints it', async () => {
    const systemId = await world.systemId(18, '76000');
    expect(
      await world.refusal('Couple', { tableId: 18, systemId, crmId: account('20000'), synchAction: 0 }),
    ).toBe(
      'Customer: 76000 cannot be coupled to this Account record, because that is coupled to Customer: 20000.',
    );
    expect(await world.coupling('account', '20000', 18)).toMatchObject({ Record_No: '20000' });
  });

  test('lets a row be coupled with a record of another table', async () => {
    const systemId = await world.systemId(23, '20000');
    await world.value('Couple', { tableId: 23, systemId, crmId: account('20000'), synchAction: 0 });
    expect(await world.coupling('account', '20000', 18)).toMatchObject({ Record_No: '20000' });
    expect(await world.coupling('account', '20000', 23)).toMatchObject({
      Record_Name: 'First Up Consultants',
    });
  });

  test('drops the coupling of a record that was deleted', async () => {
    expect(await world.coupling('account', '71000', 18)).toMatchObject({ Record_No: '', Record_Name: '' });
    const systemId = await world.systemId(18, '76000');
    await world.value('Couple', { tableId: 18, systemId, crmId: account('71000'), synchAction: 0 });
    const couplings = await world.caller.rows(
      'CRMIntegrationRecords',
      `$filter=CRM_ID eq ${account('71000')}`,
    );
    expect(couplings).toMatchObject([{ Record_No: '76000' }]);
  });

  test('refuses a direction that the mapping does not have, and couples nothing', async () => {
    const systemId = await world.systemId(4, 'SEK');
    const crmId = recordId('transactioncurrency', 'SEK');
    expect(await world.refusal('Couple', { tableId: 4, systemId, crmId, synchAction: 2 })).toBe(
      'The mapping CURRENCY does not synchronize in this direction.',
    );
    expect(await world.coupling('transactioncurrency', 'SEK', 4)).toBeUndefined();
  });

  test('refuses a record that the mapping leaves out', async () => {
    await world.job('Uncouple', { tableId: 18, crmId: account('62000') });
    const systemId = await world.systemId(18, '62000');
    expect(
      await world.refusal('Couple', { tableId: 18, systemId, crmId: account('62000'), synchAction: 0 }),
    ).toBe(
      'The mapping CUSTOMER leaves out Customer: 62000. Look at its filter on the page Integration Table Mappings.',
    );
  });

  test('serves two callers at once one after the other', async () => {
    const systemId = await world.systemId(18, '76000');
    const replies = await Promise.all(
      ['76010', '76050'].map((key) =>
        world.call('Couple', { tableId: 18, systemId, crmId: account(key), synchAction: 0 }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(
      await world.caller.rows('CRMIntegrationRecords', `$filter=Integration_ID eq ${systemId}`),
    ).toHaveLength(1);
  });

  test.each([
    ['an unknown synchronization', { synchAction: 3 }, /must be 0 \(none\), 1 .* It was 3\./],
    ['a table that is not coupled', { tableId: 17 }, 'Records of table 17 cannot be coupled from Sales.'],
    [
      'a record that is gone',
      { systemId: recordId('bc:18', '71000') },
      'The record does not exist in Business Central. It may have been deleted.',
    ],
    ['the blank id', { crmId: noJob }, 'The id of the record in Sales is missing.'],
  ])('refuses %s', async (_what, wrong, message) => {
    const systemId = recordId('bc:18', '76000');
    const right = { tableId: 18, systemId, crmId: account('76000'), synchAction: 0 };
    const refusal = await world.refusal('Couple', { ...right, ...wrong });
    expect(refusal).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});

describe('Uncouple', () => {
  test('drops one pair by a job, and leaves the other table’s', async () => {
    const job = await world.job('Uncouple', { tableId: 18, crmId: account('67000') });
    expect(job).toMatchObject({
      Type: 'Uncoupling',
      Uncoupled: 1,
      Failed: 0,
      Integration_Table_Mapping_Name: 'CUSTOMER',
    });
    expect(await world.coupling('account', '67000', 18)).toBeUndefined();
    expect(await world.coupling('account', '67000', 23)).toMatchObject({ Record_No: '30000' });
  });

  test('needs no job for a mapping that only gets', async () => {
    const crmId = recordId('systemuser', 'Jim Olive');
    expect(await world.value('Uncouple', { tableId: 13, crmId })).toBe(noJob);
    expect(await world.coupling('systemuser', 'Jim Olive', 13)).toBeUndefined();
  });

  test('drops what is left of a deleted record at once', async () => {
    expect(await world.value('Uncouple', { tableId: 18, crmId: account('71000') })).toBe(noJob);
    expect(await world.coupling('account', '71000', 18)).toBeUndefined();
  });

  test('refuses what is not coupled', async () => {
    expect(await world.refusal('Uncouple', { tableId: 18, crmId: account('76000') })).toBe(
      'The record is not coupled.',
    );
  });
});

describe('Synchronize', () => {
  test.each([
    ['a pair that is not coupled', 18, ['account', '76000'], 1, 'The record is not coupled.'],
    [
      'a direction that the mapping does not have',
      4,
      ['transactioncurrency', 'EUR'],
      2,
      'The mapping CURRENCY does not synchronize in this direction.',
    ],
    [
      'a direction that there is not',
      18,
      ['account', '10000'],
      0,
      'The direction must be 1 (send to Sales) or 2 (get from Sales). It was 0.',
    ],
    [
      'a record that was deleted',
      18,
      ['account', '71000'],
      1,
      'The record does not exist in Business Central. It may have been deleted.',
    ],
  ] as const)('refuses %s', async (_what, tableId, [table, key], direction, message) => {
    expect(await world.refusal('Synchronize', { tableId, crmId: recordId(table, key), direction })).toBe(
      message,
    );
  });
});

describe('CreateFromSales', () => {
  test.each([
    ['a table whose rows become nothing', 'lead', ['lead', '1'], /^Records of the Sales table lead/],
    ['a row that is gone', 'account', ['account', 'nobody'], /^The record does not exist in Sales/],
    ['an inactive row', 'account', ['account', '76030'], /^No mapping takes this record\./],
    [
      'a row that has a partner',
      'account',
      ['account', '10000'],
      /^The record is already coupled to Customer: 10000\.$/,
    ],
  ] as const)('refuses %s', async (_what, entityName, [table, key], message) => {
    expect(await world.refusal('CreateFromSales', { entityName, crmId: recordId(table, key) })).toMatch(
      message,
    );
  });
});

describe('the actions on the wire', () => {
  test('give back a text with its context', async () => {
    const reply = await world.call('SystemIdOf', { tableId: 18, recordNo: '10000' });
    expect(JSON.parse(reply.text)).toEqual({
      '@odata.context': `${world.caller.businessCentral.odataUrl}/$metadata#Edm.String`,
      value: recordId('bc:18', '10000'),
    });
  });

  test.each([
    ['is missing', { tableId: 18 }],
    ['is not known', { tableId: 18, crmId: noJob, more: 1 }],
    ['is no whole number', { tableId: 18.5, crmId: noJob }],
    ['is a text in place of a number', { tableId: '18', crmId: noJob }],
    ['is no GUID', { tableId: 18, crmId: '{10000}' }],
  ])('are 400 where a parameter %s', async (_what, parameters) => {
    const reply = await world.call('Uncouple', parameters);
    expect(reply.status).toBe(400);
    expect(errorOf(reply).code).toBe('BadRequest');
  });

  test('are 404 where the codeunit is not published, and have its other name where it has one', async () => {
    const { businessCentral } = world.caller;
    businessCentral.unpublish('CRMCoupling');
    expect((await world.call('SystemIdOf', { tableId: 18, recordNo: '10000' })).status).toBe(404);
    businessCentral.publish('CRMCoupling', 'Couplings');
    const reply = await world.caller.ask('/Couplings_SystemIdOf?company=CRONUS%20International%20Ltd.', {
      method: 'POST',
      body: JSON.stringify({ tableId: 18, recordNo: '10000' }),
    });
    expect(reply.status).toBe(200);
  });

  test('take POST alone, and stand in the metadata', async () => {
    const read = await world.caller.ask('/CRMCoupling_Couple?company=CRONUS%20International%20Ltd.');
    expect(read.status).toBe(405);
    const metadata = await world.caller.ask('/$metadata');
    expect(metadata.text).toContain('<ActionImport Name="CRMCoupling_Couple"');
    expect(metadata.text).toContain('<Parameter Name="synchAction" Type="Edm.Int32"');
  });

  test('are parts of a batch', async () => {
    const reply = await world.caller.batch([
      {
        id: '1',
        method: 'POST',
        url: 'CRMCoupling_SystemIdOf?company=CRONUS%20International%20Ltd.',
        headers: { 'content-type': 'application/json' },
        body: { tableId: 27, recordNo: '1896-S' },
      },
    ]);
    expect(JSON.parse(reply.text)).toMatchObject({
      responses: [{ id: '1', status: 200, body: { value: recordId('bc:27', '1896-S') } }],
    });
  });

  test('are done although the connection breaks off before the answer', async () => {
    world.caller.businessCentral.faults.set({ kind: 'reset' }, { service: 'CRMCoupling', times: 1 });
    const systemId = recordId('bc:18', '76000');
    const parameters = { tableId: 18, systemId, crmId: account('76000'), synchAction: 0 };
    await expect(world.call('Couple', parameters)).rejects.toThrow();
    expect(await world.coupling('account', '76000', 18)).toMatchObject({ Record_No: '76000' });
  });
});

test('without the permission to run the codeunit an action is 403', async () => {
  const closed = await startCouplingWorld({ users: [{ ...salesUser, mayExecute: [] }] });
  try {
    const reply = await closed.call('SystemIdOf', { tableId: 18, recordNo: '10000' });
    expect(reply.status).toBe(403);
    expect(errorOf(reply).message).toContain('CodeUnit 50100 BCS CRM Coupling Execute');
  } finally {
    await closed.close();
  }
});

test('without a connection to Dataverse every action refuses', async () => {
  world.caller.businessCentral.connectDataverse(null);
  expect(await world.refusal('SystemIdOf', { tableId: 18, recordNo: '10000' })).toMatch(
    /^Business Central is not connected to Dataverse\./,
  );
});

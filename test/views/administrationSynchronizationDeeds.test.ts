import { defaultCompanyOf, defaultConnection } from '../../administration/openDefaultCompany';
import { coupleInPlace } from '../../administration/salespeople/coupleInPlace';
import { retryFollowed } from '../../administration/synchronization/errors/retryFollowed';
import type { Coupling } from '../../businessCentral/coupling/coupling';
import type { SynchJob } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';
import type { ConnectionRow, WritingWebApi } from '../../sales/administration/types';
import { SalesError } from '../../sales/sales';
import type { SalesErrorCode } from '../../sales/sales';
import { stateOf } from './fakeCoupling';
import { jobOf, skippedOf } from './fakeSynchronization';

/** Pauses that are over at once. */
const clock = {
  now: () => 0,
  pause: (_milliseconds: number, { aborted }: AbortSignal) =>
    aborted ? Promise.reject(new BusinessCentralError('aborted')) : Promise.resolve(),
};

const failedJob = (id: string): SynchJob =>
  jobOf(id, { counts: { ...jobOf('').counts, failed: 1 }, errors: ['Name must have a value.'] });

type Deeds = Pick<Coupling, 'stateOf' | 'synchronize' | 'couple' | 'uncouple' | 'jobOf'>;

/** A Business Central that takes everything on, and tells in which order it was asked. */
function fake(answers: Partial<Deeds> = {}) {
  const asked: string[] = [];
  const deeds: Deeds = {
    stateOf: () => Promise.resolve(stateOf()),
    synchronize: (_pair, { id }) => {
      asked.push(`synchronize ${id}`);
      return Promise.resolve({ kind: 'done', jobId: `job-${id}` });
    },
    couple: (_pair, { id }, recordNo) => {
      asked.push(`couple ${recordNo} ${id}`);
      return Promise.resolve({ kind: 'done', jobId: null });
    },
    uncouple: (_pair, { id }) => {
      asked.push(`uncouple ${id}`);
      return Promise.resolve({ kind: 'done', jobId: `job-${id}` });
    },
    jobOf: (id) => Promise.resolve(jobOf(id)),
    ...answers,
  };
  return { asked, deeds };
}

const records = (count: number) => Array.from({ length: count }, (_, index) => skippedOf(String(index)));

describe('a retry', () => {
  it('is done only when its job has come to a good end', async () => {
    const { deeds } = fake({
      jobOf: (id) => Promise.resolve(id === 'job-account-1' ? failedJob(id) : jobOf(id)),
    });
    const [first, second] = records(2);
    const result = await retryFollowed(deeds, clock, [first!, second!], {});
    expect(result.done).toEqual([first]);
    expect(result.failed.map(({ error }) => error.details.serverMessage)).toEqual([
      'Name must have a value.',
    ]);
  });

  it('keeps what was refused, and tells its progress to the last', async () => {
    const progress: number[] = [];
    const refusal = new BusinessCentralError('uncoupledMeanwhile');
    const { deeds } = fake({
      synchronize: (_pair, { id }) =>
        Promise.resolve(
          id === 'account-3' ? { kind: 'refused', error: refusal } : { kind: 'done', jobId: null },
        ),
    });
    const result = await retryFollowed(deeds, clock, records(12), {
      onProgress: ({ done }) => progress.push(done),
    });
    expect(result.failed).toEqual([{ task: skippedOf('3'), error: refusal }]);
    expect(result.done).toHaveLength(11);
    expect(progress.at(-1)).toBe(12);
  });

  it('begins no more once it is ended, and takes what has been begun for done', async () => {
    const controller = new AbortController();
    const { deeds, asked } = fake({
      jobOf: (id) => {
        controller.abort();
        return Promise.resolve(jobOf(id, { finishedAt: null }));
      },
    });
    const result = await retryFollowed(deeds, clock, records(25), { signal: controller.signal });
    expect(asked).toHaveLength(10);
    expect(result.done).toHaveLength(10);
    expect(result.failed).toEqual([]);
    expect(result.left).toHaveLength(15);
  });
});

describe('coupling salespeople', () => {
  it('uncouples the earlier user first, and awaits that', async () => {
    const looks: string[] = [];
    const { deeds, asked } = fake({
      jobOf: (id) => {
        looks.push(id);
        return Promise.resolve(jobOf(id, looks.length === 1 ? { finishedAt: null } : {}));
      },
    });
    const pairing = { code: 'BD', userId: 'nora', insteadOf: 'bart' };
    const result = await coupleInPlace(deeds, clock, [pairing], {});
    expect(result.done).toEqual([pairing]);
    expect(asked).toEqual(['uncouple bart', 'couple BD nora']);
    expect(looks).toHaveLength(2);
  });

  it('does not couple where the earlier user could not be uncoupled', async () => {
    const { deeds, asked } = fake({ jobOf: (id) => Promise.resolve(failedJob(id)) });
    const pairings = [
      { code: 'BD', userId: 'nora', insteadOf: 'bart' },
      { code: 'JO', userId: 'jim', insteadOf: null },
    ];
    const result = await coupleInPlace(deeds, clock, pairings, {});
    expect(asked).toEqual(['uncouple bart', 'couple JO jim']);
    expect(result.failed.map(({ task }) => task.code)).toEqual(['BD']);
    expect(result.done.map(({ code }) => code)).toEqual(['JO']);
  });
});

describe('the connection', () => {
  const row = (id: string, isDefault: boolean, isActive = true) =>
    ({ id, isDefault, isActive }) as ConnectionRow;

  it('is opened for nobody without a role for it', async () => {
    const retrieveMultipleRecords = jest.fn(() => Promise.resolve({ entities: [], nextLink: '' }));
    const webAPI = { retrieveMultipleRecords } as unknown as WritingWebApi;
    const open = defaultCompanyOf(
      { webAPI, roles: ['8e5c7a22-534b-426c-b2d2-9c6e180128e8'] },
      { companyOf: () => Promise.reject(new Error('This was not to be opened.')) },
    );
    await expect(open()).rejects.toThrow(new SalesError('notPermitted'));
  });

  it('is the only active one, or the only default among several', () => {
    expect(defaultConnection([row('a', false), row('b', true, false)]).id).toBe('a');
    expect(defaultConnection([row('a', false), row('b', true)]).id).toBe('b');
  });

  it.each<[SalesErrorCode, ConnectionRow[]]>([
    ['notConfigured', [row('a', true, false)]],
    ['connectionAmbiguous', [row('a', true), row('b', true)]],
    ['connectionAmbiguous', [row('a', false), row('b', false)]],
  ])('is %s otherwise', (code, rows) => {
    expect(() => defaultConnection(rows)).toThrow(new SalesError(code));
  });
});

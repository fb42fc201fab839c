import {
  afterLook,
  hasEnded,
  hasFailed,
  inDependencyOrder,
  isToCouple,
  isUnderWay,
  linesToStart,
  newRun,
  runFound,
} from '../../administration/synchronization/review/fullSynchPlan';
import { stateOf } from '../../administration/synchronization/prerequisites/prerequisiteState';
import { durationOf } from '../../administration/synchronization/moments';
import { countOf, jobOf, lineOf } from './fakeSynchronization';

const currency = lineOf('CURRENCY');
const customer = lineOf('CUSTOMER', { dependsOn: ['CURRENCY', 'VENDOR TERMS'] });
const contact = lineOf('CONTACT', { dependsOn: ['CUSTOMER'] });
const namesOf = (lines: readonly { readonly mapping: string }[]) => lines.map(({ mapping }) => mapping);

it('puts what others depend on first, and what Business Central does not list out of the way', () => {
  expect(namesOf(inDependencyOrder([contact, customer, currency]))).toEqual([
    'CURRENCY',
    'CUSTOMER',
    'CONTACT',
  ]);
});

it('keeps every line where dependencies go in a circle', () => {
  const circle = [lineOf('A', { dependsOn: ['B'] }), lineOf('B', { dependsOn: ['A'] }), currency];
  expect(namesOf(inDependencyOrder(circle))).toEqual(['CURRENCY', 'A', 'B']);
});

it('starts neither what is under way, nor what has nothing to do', () => {
  const lines = [
    currency,
    lineOf('ITEM-PRODUCT', { recommendation: 'coupleFirst' }),
    lineOf('EMPTY', { recommendation: 'nothing' }),
    lineOf('BUSY', { state: 'inProcess' }),
  ];
  expect(namesOf(linesToStart(lines))).toEqual(['CURRENCY', 'ITEM-PRODUCT']);
});

it('does not start again what has finished while something else has not', () => {
  const lines = [lineOf('CURRENCY', { state: 'finished' }), customer];
  expect(namesOf(linesToStart(lines))).toEqual(['CUSTOMER']);
});

it('starts all anew once all have finished, whatever was advised before they did', () => {
  const lines = [
    lineOf('CURRENCY', { state: 'finished', recommendation: 'coupleFirst' }),
    lineOf('CUSTOMER', { state: 'finished', recommendation: 'coupleFirst' }),
    lineOf('EMPTY', { recommendation: 'nothing' }),
  ];
  expect(namesOf(linesToStart(lines))).toEqual(['CURRENCY', 'CUSTOMER']);
});

it.each(['POSTEDSALESINV-INV', 'SALESORDER-ORDER'])(
  'does not hold %s back for a coupling that nobody can make by matching',
  (mapping) => {
    const line = lineOf(mapping, { recommendation: 'coupleFirst' });
    expect(isToCouple(line)).toBe(false);
    expect(namesOf(linesToStart([line]))).toEqual([mapping]);
  },
);

describe('a run that is followed', () => {
  const stagesOf = ({ stages }: { readonly stages: ReadonlyMap<string, string> }) => [...stages.values()];

  it('has its mappings wait until each is seen to be under way, and then to have ended', () => {
    const lines = [currency, customer];
    const begun = afterLook(newRun(lines), [lineOf('CURRENCY', { state: 'ready' }), customer]);
    expect(stagesOf(begun)).toEqual(['underWay', 'waits']);
    const over = lineOf('CURRENCY', { state: 'finished', job: jobOf('job-1') });
    expect(stagesOf(afterLook(begun, [over, customer]))).toEqual(['finished', 'waits']);
  });

  it('sees what came and went between two looks', () => {
    const over = lineOf('CUSTOMER', { state: 'finished', job: jobOf('job-2') });
    expect(stagesOf(afterLook(newRun([currency, customer]), [currency, over]))).toEqual([
      'waits',
      'finished',
    ]);
  });

  it('does not take the end of an earlier job for the end of the one that has just been asked for', () => {
    const before = lineOf('CURRENCY', { state: 'finished', job: jobOf('job-1') });
    const run = newRun([before]);
    expect(stagesOf(afterLook(run, [before]))).toEqual(['waits']);
    expect(stagesOf(afterLook(run, [{ ...before, job: jobOf('job-2') }]))).toEqual(['finished']);
    const failed = lineOf('CURRENCY', { state: 'error' });
    expect(stagesOf(afterLook(newRun([failed]), [failed]))).toEqual(['waits']);
  });

  it('holds up whatever depends on what failed, and ends', () => {
    const failed = [lineOf('CURRENCY', { state: 'error' }), customer, contact];
    const run = afterLook(newRun([currency, customer, contact]), failed);
    expect(stagesOf(run)).toEqual(['failed', 'heldUp', 'heldUp']);
    expect(hasEnded(run)).toBe(true);
  });

  it('holds nothing up for single records that failed, as Business Central goes on', () => {
    const some = lineOf('CURRENCY', { state: 'finished', toSales: 'error', job: jobOf('job-1') });
    expect(stagesOf(afterLook(newRun([currency, customer]), [some, customer]))).toEqual(['failed', 'waits']);
  });

  it('takes up again what was held up, once what failed was made anew', () => {
    const failed = [lineOf('CURRENCY', { state: 'error' }), customer];
    const held = afterLook(newRun([currency, customer]), failed);
    expect(stagesOf(afterLook(held, [lineOf('CURRENCY', { state: 'ready' }), customer]))).toEqual([
      'underWay',
      'waits',
    ]);
  });
});

describe('what is found under way by who did not start it', () => {
  it('is what has been started, and what still waits for it', () => {
    const vendor = lineOf('VENDOR', { state: 'finished' });
    const run = runFound([contact, lineOf('CURRENCY', { state: 'inProcess' }), customer, vendor])!;
    expect([...run.stages]).toEqual([
      ['CURRENCY', 'underWay'],
      ['VENDOR', 'finished'],
      ['CUSTOMER', 'waits'],
      ['CONTACT', 'waits'],
    ]);
    expect(hasEnded(run)).toBe(false);
  });

  it('is nothing where nothing is', () => {
    expect(runFound([currency, lineOf('CUSTOMER', { state: 'finished' })])).toBeNull();
  });

  it('leaves out what has nothing to synchronize', () => {
    const run = runFound([
      lineOf('CURRENCY', { state: 'inProcess' }),
      lineOf('EMPTY', { recommendation: 'nothing' }),
    ]);
    expect([...run!.stages.keys()]).toEqual(['CURRENCY']);
  });
});

it('does not take a line without records for one under way, which Business Central gives the job of another', () => {
  expect(isUnderWay(lineOf('EMPTY', { recommendation: 'nothing', state: 'ready' }))).toBe(false);
});

it('leaves what is on hold to the job queue, and starts what finished with failed records', () => {
  const lines = [
    lineOf('CURRENCY', { state: 'onHold' }),
    lineOf('CUSTOMER', { state: 'finished', fromSales: 'error' }),
    contact,
  ];
  expect(namesOf(linesToStart(lines))).toEqual(['CUSTOMER', 'CONTACT']);
});

it('takes a job queue entry that broke down for failed, though its direction still says that it is at work', () => {
  const broken = lineOf('CUSTOMER', { state: 'error', toSales: 'inProcess' });
  expect(isUnderWay(broken)).toBe(false);
  expect(hasFailed(broken)).toBe(true);
});

it.each([
  ['done', countOf('customer', { recordsNotCoupled: 0 })],
  ['done', countOf('customer', { rowsNotCoupled: 0, recordsNotCoupled: null })],
  ['open', countOf('customer')],
  ['nothing', countOf('customer', { coupled: 0, recordsNotCoupled: 0, rowsNotCoupled: 0 })],
  ['unknown', countOf('customer', { coupled: null })],
  ['unknown', countOf('customer', { recordsNotCoupled: null, rowsNotCoupled: null })],
])('is %s: %j', (expected, count) => {
  expect(stateOf(count)).toBe(expected);
});

it.each([
  [0, 65_000, '0:01:05'],
  [0, 3_725_000, '1:02:05'],
  [10, 0, '0:00:00'],
])('writes from %i to %i milliseconds as %s', (from, to, expected) => {
  expect(durationOf(from, to)).toBe(expected);
});

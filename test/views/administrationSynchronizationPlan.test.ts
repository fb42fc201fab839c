import {
  afterLook,
  hasEnded,
  hasFailed,
  inDependencyOrder,
  isToCouple,
  isUnderWay,
  linesToStart,
  newRun,
  nextToStart,
  restToStart,
  withStage,
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
  expect(nextToStart(newRun(circle.slice(0, 2)), circle)).toEqual(['A']);
});

it('starts neither what is under way, nor what has nothing to do, nor what is to be coupled first unless told', () => {
  const lines = [
    currency,
    lineOf('ITEM-PRODUCT', { recommendation: 'coupleFirst' }),
    lineOf('EMPTY', { recommendation: 'nothing' }),
    lineOf('BUSY', { state: 'inProcess' }),
  ];
  expect(namesOf(linesToStart(lines, false))).toEqual(['CURRENCY']);
  expect(namesOf(linesToStart(lines, true))).toEqual(['CURRENCY', 'ITEM-PRODUCT']);
});

it('does not start again what has finished while something else has not', () => {
  const lines = [lineOf('CURRENCY', { state: 'finished' }), customer];
  expect(namesOf(linesToStart(lines, true))).toEqual(['CUSTOMER']);
});

it('starts all anew once all have finished, whatever was advised before they did', () => {
  const lines = [
    lineOf('CURRENCY', { state: 'finished', recommendation: 'coupleFirst' }),
    lineOf('CUSTOMER', { state: 'finished', recommendation: 'coupleFirst' }),
    lineOf('EMPTY', { recommendation: 'nothing' }),
  ];
  expect(namesOf(linesToStart(lines, false))).toEqual(['CURRENCY', 'CUSTOMER']);
});

it.each(['POSTEDSALESINV-INV', 'SALESORDER-ORDER'])(
  'does not hold %s back for a coupling that nobody can make by matching',
  (mapping) => {
    const line = lineOf(mapping, { recommendation: 'coupleFirst' });
    expect(isToCouple(line)).toBe(false);
    expect(namesOf(linesToStart([line], false))).toEqual([mapping]);
  },
);

describe('what is left of a full synchronization that was begun', () => {
  const begun = lineOf('CURRENCY', { state: 'inProcess' });

  it('is what was never started, in dependency order', () => {
    expect(namesOf(restToStart([contact, customer, begun], false))).toEqual(['CUSTOMER', 'CONTACT']);
  });

  it('is nothing where nothing was begun, and where everything was', () => {
    expect(restToStart([currency, customer], false)).toEqual([]);
    expect(restToStart([begun, lineOf('CUSTOMER', { state: 'finished' })], false)).toEqual([]);
  });

  it('leaves out what a failed one holds up, and what depends on that', () => {
    const failed = lineOf('CURRENCY', { state: 'error' });
    expect(namesOf(restToStart([contact, customer, failed, lineOf('VENDOR')], false))).toEqual(['VENDOR']);
  });

  it('leaves out what is to be coupled first, unless told', () => {
    const lines = [begun, lineOf('CUSTOMER', { recommendation: 'coupleFirst' })];
    expect(restToStart(lines, false)).toEqual([]);
    expect(namesOf(restToStart(lines, true))).toEqual(['CUSTOMER']);
  });
});

describe('a mapping that waits here', () => {
  it('is not started once more where Business Central has started it itself', () => {
    const finished = lineOf('CURRENCY', { state: 'finished', job: jobOf('job-1') });
    const begun = withStage(newRun([currency, customer]), 'CURRENCY', 'underWay');
    const lines = [finished, lineOf('CUSTOMER', { ...customer, state: 'ready' })];
    const run = afterLook(begun, lines);
    expect(run.stages.get('CUSTOMER')).toBe('underWay');
    expect(nextToStart(run, lines)).toEqual([]);
  });

  it('counts as finished where Business Central has started and finished it between two looks', () => {
    const lines = [currency, lineOf('CUSTOMER', { state: 'finished', job: jobOf('job-2') })];
    expect(afterLook(newRun([currency, customer]), lines).stages.get('CUSTOMER')).toBe('finished');
  });

  it('waits on where it had finished before the run', () => {
    const before = lineOf('CUSTOMER', { state: 'finished', job: jobOf('job-2') });
    expect(afterLook(newRun([currency, before]), [currency, before]).stages.get('CUSTOMER')).toBe('waits');
  });

  it('is followed where its start was refused because it is under way', () => {
    const refused = withStage(newRun([currency]), 'CURRENCY', 'failed');
    expect(afterLook(refused, [lineOf('CURRENCY', { state: 'inProcess' })]).stages.get('CURRENCY')).toBe(
      'underWay',
    );
  });
});

it('starts a mapping when those before it have finished, and not earlier', () => {
  const lines = [currency, customer, contact];
  const begun = withStage(newRun(lines), 'CURRENCY', 'underWay');
  expect(nextToStart(newRun(lines), lines)).toEqual(['CURRENCY']);
  expect(nextToStart(begun, lines)).toEqual([]);
  const finished = [lineOf('CURRENCY', { state: 'finished', job: jobOf('job-1') }), customer, contact];
  expect(nextToStart(afterLook(begun, finished), finished)).toEqual(['CUSTOMER']);
});

it('does not take the end of an earlier job for the end of the one that has just been asked for', () => {
  const before = lineOf('CURRENCY', { state: 'finished', job: jobOf('job-1') });
  const begun = withStage(newRun([before]), 'CURRENCY', 'underWay');
  expect(afterLook(begun, [before]).stages.get('CURRENCY')).toBe('underWay');
  const after = lineOf('CURRENCY', { state: 'finished', job: jobOf('job-2') });
  expect(afterLook(begun, [after]).stages.get('CURRENCY')).toBe('finished');
});

it('holds up whatever depends on what failed, and ends', () => {
  const lines = [currency, customer, contact];
  const failed = [lineOf('CURRENCY', { state: 'error' }), customer, contact];
  const run = afterLook(withStage(newRun(lines), 'CURRENCY', 'underWay'), failed);
  expect([...run.stages.values()]).toEqual(['failed', 'heldUp', 'heldUp']);
  expect(hasEnded(run)).toBe(true);
});

it('waits for a mapping that somebody else has started', () => {
  const lines = [lineOf('CURRENCY', { state: 'inProcess' }), customer];
  expect(nextToStart(newRun([customer]), lines)).toEqual([]);
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

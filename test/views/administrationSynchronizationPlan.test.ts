import {
  afterLook,
  hasEnded,
  hasFailed,
  inDependencyOrder,
  isUnderWay,
  linesToStart,
  newRun,
  nextToStart,
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
    lineOf('ITEM', { recommendation: 'coupleFirst' }),
    lineOf('EMPTY', { recommendation: 'nothing' }),
    lineOf('BUSY', { state: 'inProcess' }),
  ];
  expect(namesOf(linesToStart(lines, false))).toEqual(['CURRENCY']);
  expect(namesOf(linesToStart(lines, true))).toEqual(['CURRENCY', 'ITEM']);
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
  [0, 65_000, '1:05'],
  [0, 3_725_000, '1:02:05'],
  [10, 0, '0:00'],
])('writes from %i to %i milliseconds as %s', (from, to, expected) => {
  expect(durationOf(from, to)).toBe(expected);
});

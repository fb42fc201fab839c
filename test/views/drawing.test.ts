import type { LineAvailability } from '../../businessCentral/availability/types';
import { stepChart } from '../../ProductAvailability/views/details/chartPath';
import { summarize, summaryWords } from '../../ProductAvailability/views/document/documentSummary';
import { rowWindow } from '../../ui/rowWindow';
import { textsOf } from '../../ui/texts';
import { themeOf } from '../../ui/theme';
import { strings } from './fakeContext';
import { inDays, today } from './fakeSources';
import { format } from './rendering';

const texts = textsOf((key) => strings[key] ?? key);

function answer(state: LineAvailability['state'], atpDate: string | null = null): LineAvailability {
  return {
    lineId: '',
    state,
    unit: 'PCS',
    quantity: 1,
    date: today,
    deliverable: null,
    balance: null,
    atpDate,
    later: null,
    inventory: null,
    baseUnit: 'PCS',
  };
}

const available = answer('available', today);
const partly = answer('partlyAvailable', inDays(13));
const expected = answer('expected', inDays(24));
const neverAll = answer('partlyAvailable');

describe('the summary of a document', () => {
  it.each<[string, LineAvailability[], string]>([
    ['all lines are available', [available, available], 'All 2 lines can be delivered as requested.'],
    ['its one line is available', [available], 'The line can be delivered as requested.'],
    [
      'others need no stock',
      [available, answer('writeIn')],
      'The line that needs stock can be delivered as requested.',
    ],
    [
      'no line needs stock',
      [answer('notStocked'), answer('writeIn')],
      'No line needs stock from Business Central.',
    ],
    [
      'lines fall short for a while',
      [available, partly, expected],
      '2 of 3 lines fall short. Everything can be delivered by 14 December.',
    ],
    [
      'a line falls short beside one that needs no stock',
      [partly, answer('notStocked')],
      '1 of 2 lines falls short. Everything that needs stock can be delivered by 3 December.',
    ],
    [
      'a line is never covered',
      [partly, neverAll],
      '2 of 2 lines fall short. 1 line is not covered by anything expected.',
    ],
    ['a line is unknown', [partly, answer('unknown')], '1 of 2 lines falls short. 1 line cannot be judged.'],
    [
      'a line is not coupled',
      [available, answer('notCoupled')],
      '1 line can be delivered as requested. 1 line cannot be judged.',
    ],
    ['a line is blocked', [partly, answer('blocked')], '1 of 2 lines falls short. 1 line is blocked.'],
    ['nothing is known', [answer('unknown'), answer('unknown')], '2 lines cannot be judged.'],
  ])('is true where %s', (_case, answers, sentence) => {
    const { headline, remarks } = summaryWords(summarize(answers), { texts, format, today });
    expect(`${headline} ${remarks}`.trim()).toBe(sentence);
  });

  it.each<[string, LineAvailability]>([
    ['is unknown', answer('unknown')],
    ['is blocked', answer('blocked')],
    ['is not coupled', answer('notCoupled')],
    ['is never covered', neverAll],
  ])('promises no day for everything while a line %s', (_case, other) => {
    expect(summarize([partly, other]).everythingBy).toBeNull();
  });
});

describe('the step chart', () => {
  const step = (date: string, balance: number) => ({ date, balance, receipts: [], requirements: [] });

  it('is flat between two changes and steps at each', () => {
    const chart = stepChart([step(today, 10), step(inDays(7), 5), step(inDays(14), 20)], 210, 100);
    expect(chart.line).toBe('M0 50H70V75H140V0H210');
    expect(chart.area).toBe('M0 100V50H70V75H140V0H210V100Z');
    expect([chart.from, chart.to]).toEqual([today, inDays(21)]);
  });

  it('puts zero between what is above and what is below', () => {
    const chart = stepChart([step(today, -5), step(inDays(7), 15)], 100, 100);
    expect(chart.zero).toBe(75);
    expect([chart.lowest, chart.highest]).toEqual([-5, 15]);
  });

  it('draws a balance of nothing at all', () => {
    expect(stepChart([step(today, 0)], 100, 100).line).toBe('M0 0H100');
  });
});

describe('the window of a long table', () => {
  it.each<[string, number, number, { first: number; end: number }]>([
    ['at the top', 0, 1000, { first: 0, end: 14 }],
    ['in the middle', 4000, 1000, { first: 94, end: 114 }],
    ['past the end', 1_000_000, 1000, { first: 987, end: 1000 }],
    ['bounced above the top', -50, 1000, { first: 0, end: 14 }],
    ['in a short table', 0, 3, { first: 0, end: 3 }],
    ['in an empty one', 0, 0, { first: 0, end: 0 }],
  ])('holds what is in view and a little more %s', (_case, scrollTop, rowCount, expectedWindow) => {
    expect(rowWindow(scrollTop, 40, 7, rowCount)).toEqual(expectedWindow);
  });
});

describe('the theme', () => {
  const tokens = {
    colorNeutralBackground1: '#292929',
    colorNeutralForeground1: '#ffffff',
    colorStatusSuccessForeground1: '#54b054',
    colorBrandForegroundLink: 7,
  };

  it('takes the colours of the app', () => {
    const theme = themeOf(tokens, true);
    expect(theme.palette.white).toBe('#292929');
    expect(theme.semanticColors.bodyText).toBe('#ffffff');
    expect(theme.semanticColors.successIcon).toBe('#54b054');
    expect(theme.isInverted).toBe(true);
  });

  it('keeps Fluent’s own colour where the app gives none', () => {
    expect(themeOf(tokens, true).palette.themePrimary).toBe(themeOf(undefined, false).palette.themePrimary);
  });

  it('is the same object for the same colours, however often they are handed out', () => {
    expect(themeOf({ ...tokens }, true)).toBe(themeOf({ ...tokens }, true));
  });

  it('is light where the app says nothing', () => {
    expect(themeOf(undefined, true).isInverted).toBe(false);
  });
});

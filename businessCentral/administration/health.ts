import type { BusinessCentralErrorDetails } from '../errors';
import type { CheckStep, Matching, ReviewLine, ServiceCheck } from './types';

/** Text keys `health_<code>` and `healthRemedy_<code>`. */
export const healthCodes = [
  'noConnection',
  'severalDefaults',
  'connectionFails',
  'companionMissing',
  'serviceMissing',
  'serviceNotPermitted',
  'serviceNotForRole',
  'serviceLacksFields',
  'serviceUnknown',
  'productsNotMatched',
  'accountsNotMatched',
  'noRole',
  'keyUnreadable',
  'keyReadableInVain',
  'integrationUserIsAdministrator',
  'integrationUserHasSalesRole',
  'ownersNotCoupled',
  'synchronizationFailed',
  'recordsSkipped',
  /** A check that could not be made; nobody knows whether all is well there. */
  'notChecked',
] as const;

export type HealthCode = (typeof healthCodes)[number];

/** Parts of the product that are checked; text keys `healthArea_<area>`. */
export type HealthArea =
  'connection' | 'services' | 'matching' | 'access' | 'salespeople' | 'synchronization';

export interface HealthFinding {
  /** `error`: something does not work; `warning`: it works, and had better be mended. */
  readonly severity: 'error' | 'warning';
  readonly area: HealthArea;
  readonly code: HealthCode;
  /** What it is about: a part and its failure, services, mappings. Never a text from outside. */
  readonly subjects: readonly string[];
  /** Of whatever is counted; null: nothing. */
  readonly count: number | null;
  readonly error: FailedCheck | null;
}

/** A coded failure of Business Central or of Sales. */
export interface FailedCheck {
  readonly code: string;
  readonly details?: BusinessCentralErrorDetails;
}

/** What a check found out; `failed`: it could not be made. Null: it was not asked for. */
export type Checked<Answer> = { readonly answer: Answer } | { readonly failed: FailedCheck } | null;

/** All that the checks brought. */
export interface HealthFacts {
  /** Active connections, and how many of them are the default. */
  readonly connections: Checked<{ readonly active: number; readonly defaults: number }>;
  readonly way: Checked<readonly CheckStep[]>;
  readonly services: Checked<ServiceCheck>;
  readonly products: Checked<Matching>;
  readonly accounts: Checked<Matching>;
  /** How many users each warning is for. */
  readonly access: Checked<Partial<Readonly<Record<AccessCode, number>>>>;
  /** Owners of records who are no salespeople. */
  readonly ownersNotCoupled: Checked<number>;
  readonly review: Checked<readonly ReviewLine[]>;
  readonly skipped: Checked<number>;
}

const accessCodes = [
  'noRole',
  'keyUnreadable',
  'keyReadableInVain',
  'integrationUserIsAdministrator',
  'integrationUserHasSalesRole',
] as const satisfies readonly HealthCode[];

type AccessCode = (typeof accessCodes)[number];

const warningsOfAccess: readonly AccessCode[] = ['keyReadableInVain', 'integrationUserHasSalesRole'];

type Said = Partial<Pick<HealthFinding, 'severity' | 'subjects' | 'count' | 'error'>>;

function finding(area: HealthArea, code: HealthCode, said: Said = {}): HealthFinding {
  return { severity: 'error', area, code, subjects: [], count: null, error: null, ...said };
}

/** What is wrong, errors first; empty: all is well. */
export function healthFindings(facts: HealthFacts): HealthFinding[] {
  const found = [
    ...from(facts.connections, 'connection', ({ active, defaults }) =>
      active === 0
        ? [finding('connection', 'noConnection')]
        : active > 1 && defaults !== 1
          ? [finding('connection', 'severalDefaults', { count: defaults })]
          : [],
    ),
    ...from(facts.way, 'connection', (steps) =>
      steps.flatMap((step) =>
        step.state === 'failed'
          ? [
              finding('connection', 'connectionFails', {
                subjects: [step.part, step.code],
                error: step.error,
              }),
            ]
          : [],
      ),
    ),
    ...from(facts.services, 'services', ofServices),
    ...from(facts.products, 'matching', ofMatching('productsNotMatched')),
    ...from(facts.accounts, 'matching', ofMatching('accountsNotMatched')),
    ...from(facts.access, 'access', (counts) =>
      accessCodes.flatMap((code) => {
        const count = counts[code] ?? 0;
        const severity = warningsOfAccess.includes(code) ? 'warning' : 'error';
        return count === 0 ? [] : [finding('access', code, { count, severity })];
      }),
    ),
    ...from(facts.ownersNotCoupled, 'salespeople', counted('salespeople', 'ownersNotCoupled')),
    ...from(facts.review, 'synchronization', (lines) => {
      const failed = lines.filter(({ state, toSales, fromSales }) =>
        [state, toSales, fromSales].includes('error'),
      );
      const subjects = failed.map(({ mapping }) => mapping);
      return failed.length === 0
        ? []
        : [finding('synchronization', 'synchronizationFailed', { subjects, count: failed.length })];
    }),
    ...from(facts.skipped, 'synchronization', counted('synchronization', 'recordsSkipped')),
  ];
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}

function from<Answer>(
  checked: Checked<Answer>,
  area: HealthArea,
  findings: (answer: Answer) => HealthFinding[],
): HealthFinding[] {
  if (checked === null) {
    return [];
  }
  return 'answer' in checked
    ? findings(checked.answer)
    : [finding(area, 'notChecked', { severity: 'warning', error: checked.failed })];
}

function counted(area: HealthArea, code: HealthCode): (count: number) => HealthFinding[] {
  return (count) => (count === 0 ? [] : [finding(area, code, { count, severity: 'warning' })]);
}

function ofMatching(
  code: 'productsNotMatched' | 'accountsNotMatched',
): (matching: Matching) => HealthFinding[] {
  return ({ rows, matched }) =>
    rows === matched
      ? []
      : [finding('matching', code, { count: rows - matched, severity: matched === 0 ? 'error' : 'warning' })];
}

function ofServices({ services, hasCompanion }: ServiceCheck): HealthFinding[] {
  const named = (state: string) =>
    services.filter((each) => each.state === state).map(({ service }) => service);
  const states = [
    ['missing', 'serviceMissing', 'error'],
    ['notPermitted', 'serviceNotPermitted', 'error'],
    ['notForRole', 'serviceNotForRole', 'warning'],
    ['lacksFields', 'serviceLacksFields', 'warning'],
    ['unknown', 'serviceUnknown', 'warning'],
  ] as const;
  return [
    ...(hasCompanion ? [] : [finding('services', 'companionMissing', { severity: 'warning' })]),
    ...states.flatMap(([state, code, severity]) => {
      const subjects = named(state);
      return subjects.length === 0
        ? []
        : [finding('services', code, { subjects, count: subjects.length, severity })];
    }),
  ];
}

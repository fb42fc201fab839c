import * as fc from 'fast-check';
import {
  healthFindings,
  type HealthFacts,
  type HealthFinding,
} from '../../businessCentral/administration/health';
import { supportText } from '../../businessCentral/administration/supportText';
import type { CheckedService, Matching, ReviewLine } from '../../businessCentral/administration/types';
import { BusinessCentralError } from '../../businessCentral/errors';

const matching = (rows: number, matched: number): Matching => ({
  matchBy: 'number',
  rows,
  matched,
  notMatched: [],
  recordsWithoutRow: 0,
});
const service = (state: CheckedService['state']): CheckedService =>
  ({ service: 'ItemCard', state, fields: [], features: [], name: 'ItemCard', otherNames: [] }) as never;
const line = (mapping: string, state: ReviewLine['state']): ReviewLine => ({
  mapping,
  direction: 'toSales',
  dependsOn: [],
  waitsFor: [],
  recommendation: 'full',
  state,
  toSales: 'none',
  fromSales: 'none',
  job: null,
});

const well: HealthFacts = {
  connections: { answer: { active: 1, defaults: 0 } },
  way: { answer: [{ part: 'address', state: 'ok' }] },
  services: { answer: { services: [service('found')], proposal: {}, hasCompanion: true } },
  products: { answer: matching(3, 3) },
  accounts: { answer: matching(0, 0) },
  access: { answer: {} },
  ownersNotCoupled: { answer: 0 },
  review: { answer: [line('CURRENCY', 'finished')] },
  skipped: { answer: 0 },
};
const codes = (changes: Partial<HealthFacts>) =>
  healthFindings({ ...well, ...changes }).map(({ severity, code }) => `${severity} ${code}`);

const facts = {
  version: '1.0.0.0',
  checkedAt: Date.UTC(2026, 10, 20),
  way: 'direct',
  matchBy: 'number',
  addresses: ['https://erp.contoso.com:7048/BC/ODataV4'],
} as const;

describe('the health of the whole', () => {
  it('is well where every check is', () => {
    expect(healthFindings(well)).toEqual([]);
    expect(supportText([], facts)).toContain('All is well.');
  });

  it.each<[Partial<HealthFacts>, string[]]>([
    [{ connections: { answer: { active: 0, defaults: 0 } } }, ['error noConnection']],
    [{ connections: { answer: { active: 2, defaults: 2 } } }, ['error severalDefaults']],
    [{ connections: { answer: { active: 2, defaults: 1 } } }, []],
    [
      {
        way: {
          answer: [{ part: 'signIn', state: 'failed', code: 'keyExpired', error: null, suggestion: null }],
        },
      },
      ['error connectionFails'],
    ],
    [
      {
        services: {
          answer: {
            services: [service('missing'), service('lacksFields')],
            proposal: {},
            hasCompanion: false,
          },
        },
      },
      ['error serviceMissing', 'warning companionMissing', 'warning serviceLacksFields'],
    ],
    [{ products: { answer: matching(3, 0) } }, ['error productsNotMatched']],
    [{ products: { answer: matching(3, 2) } }, ['warning productsNotMatched']],
    [
      { access: { answer: { noRole: 2, keyReadableInVain: 1 } } },
      ['error noRole', 'warning keyReadableInVain'],
    ],
    [{ ownersNotCoupled: { answer: 2 } }, ['warning ownersNotCoupled']],
    [{ review: { answer: [line('CURRENCY', 'error')] } }, ['error synchronizationFailed']],
    [{ skipped: { answer: 4 } }, ['warning recordsSkipped']],
    [{ review: { failed: { code: 'serviceNotPublished' } } }, ['warning notChecked']],
    [{ review: null }, []],
  ])('%j', (changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});

describe('the text for support', () => {
  it('says what failed, by code', () => {
    const error = new BusinessCentralError('businessCentralFailed', {
      service: 'ItemCard',
      status: 400,
      serverCode: 'Application_DialogException',
      serverMessage: 'Sara, your key sEcretKey is wrong.',
      correlationId: 'b5a9f6f5-6f54-4c7e-9d4f-000000000001',
    });
    const findings = healthFindings({
      ...well,
      way: {
        answer: [
          { part: 'reading', state: 'failed', code: 'businessCentralFailed', error, suggestion: null },
        ],
      },
    });
    expect(supportText(findings, facts).split('\n').slice(3)).toEqual([
      'Address: https://erp.contoso.com:7048/BC/ODataV4',
      'error: connection/connectionFails reading businessCentralFailed [businessCentralFailed service=ItemCard status=400 code=Application_DialogException correlation=b5a9f6f5-6f54-4c7e-9d4f-000000000001]',
    ]);
  });

  it('never holds a key, a token or a password, wherever a server may have put it', () => {
    // Keys are base64 and tokens are joined by dots; both have signs or lengths that no name of ours has.
    const secret = fc
      .tuple(
        fc.base64String({ minLength: 40, maxLength: 60 }),
        fc.base64String({ minLength: 4, maxLength: 8 }),
      )
      .map(([one, other]) => `${one}.${other}`);
    const severity = fc.constantFrom('error' as const, 'warning' as const);
    fc.assert(
      fc.property(secret, severity, (key, each) => {
        const hidden = encodeURIComponent(key);
        const found: HealthFinding = {
          severity: each,
          area: 'connection',
          code: 'connectionFails',
          subjects: [key, 'signIn'],
          count: 1,
          error: {
            code: key,
            details: {
              serverCode: key,
              serverMessage: key,
              correlationId: key,
              service: key as never,
              status: 401,
            },
          },
        };
        const text = supportText([found], {
          ...facts,
          version: key,
          addresses: [`https://BCSALES:${hidden}@erp.contoso.com/BC/ODataV4?key=${hidden}#${hidden}`, key],
        });
        expect(text).not.toContain(key);
        expect(text).not.toContain(hidden);
        expect(text).not.toContain('BCSALES');
        expect(text).toContain('Address: https://erp.contoso.com/BC/ODataV4');
      }),
    );
  });
});

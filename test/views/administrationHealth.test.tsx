import * as React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { HealthPage } from '../../administration/health/HealthPage';
import type { HealthQuestions } from '../../administration/health/healthQuestions';
import { healthCodes } from '../../businessCentral/administration/health';
import { BusinessCentralError } from '../../businessCentral/errors';
import { SalesError } from '../../sales/sales';
import { ControlFrame } from '../../ui/ControlFrame';
import { themeOf } from '../../ui/theme';
import {
  directConnection,
  fakeSetup,
  finishedLine,
  gatewayConnection,
  itemCard,
  matchingOf,
  userWith,
  wayFailing,
} from './fakeSetup';
import { settle } from './rendering';
import { language, words } from './renderingSetup';

interface Changes {
  readonly setup?: Partial<HealthQuestions['setup']>;
  readonly salespeople?: Partial<HealthQuestions['salespeople']>;
  readonly synchronization?: Partial<HealthQuestions['synchronization']>;
}

/** All is well, unless told otherwise. */
function questionsOf({ setup, salespeople, synchronization }: Changes = {}): HealthQuestions {
  return {
    setup: { ...fakeSetup(), ...setup },
    salespeople: {
      salespeople: () => Promise.resolve([{ code: 'PS', name: 'Peter', email: '', coupledTo: 'ada' }]),
      users: () => Promise.resolve([{ id: 'ada', name: 'Ada', email: '' }]),
      ownedRows: () => Promise.resolve(new Map([['ada', 3]])),
      ...salespeople,
    },
    synchronization: {
      review: () => Promise.resolve([finishedLine]),
      skippedRecords: () => Promise.resolve({ records: [], total: 0 }),
      ...synchronization,
    },
    version: () => Promise.resolve('1.0.0.0'),
  };
}

async function showHealth(
  questions: HealthQuestions,
  copyText: (text: string) => Promise<void> = () => Promise.resolve(),
) {
  const visited: string[] = [];
  const result = render(
    <ControlFrame
      language={language}
      clock={{ now: () => Date.UTC(2026, 10, 20) }}
      theme={themeOf(undefined, false)}
    >
      <HealthPage
        questions={questions}
        navigateTo={(page, data) => visited.push(data === undefined ? page : `${page} ${data}`)}
        copyText={copyText}
      />
    </ControlFrame>,
  );
  await settle();
  return {
    ...result,
    visited,
    press: async (name: string | RegExp) => {
      fireEvent.click(screen.getByRole('button', { name }));
      await settle();
    },
    announced: () => screen.getAllByRole('status')[0]?.textContent ?? '',
  };
}

describe('the health page', () => {
  it('says that all is well where every check is', async () => {
    const { container, announced } = await showHealth(questionsOf());
    expect(announced()).toBe('All is well');
    expect(container.textContent).toContain('Synchronization: in order');
  });

  it.each<[string, Changes, string, string]>([
    [
      'no connection',
      { setup: { connections: () => Promise.resolve([]) } },
      words['health_noConnection']!,
      'setup step=way',
    ],
    [
      'two defaults',
      {
        setup: {
          connections: () => Promise.resolve([gatewayConnection, { ...gatewayConnection, id: 'other' }]),
        },
      },
      words['health_severalDefaults']!,
      'setup step=businessCentral',
    ],
    [
      'a gateway that does not answer',
      { setup: { check: () => Promise.resolve(wayFailing('gatewayReachable', 'gatewayNotFound')) } },
      words['checkFailed_gatewayNotFound']!,
      'setup step=way',
    ],
    [
      'a key that has expired',
      {
        setup: {
          connections: () => Promise.resolve([directConnection]),
          check: () => Promise.resolve(wayFailing('signIn', 'keyExpired')),
        },
      },
      words['checkFailed_keyExpired']!,
      'setup step=businessCentral',
    ],
    [
      'a missing service',
      {
        setup: {
          services: () =>
            Promise.resolve({
              services: [{ ...itemCard, state: 'missing' }],
              proposal: {},
              hasCompanion: true,
            }),
        },
      },
      'not published: ItemCard',
      'setup step=services',
    ],
    [
      'products without items',
      {
        setup: {
          match: (_connection, kind) =>
            Promise.resolve(
              kind === 'accounts'
                ? matchingOf(2)
                : matchingOf(20_000, [
                    { row: { id: '1', number: '', name: 'Lamp' }, reason: 'noNumber', recordNo: '' },
                  ]),
            ),
        },
      },
      '1 product has no item',
      'setup step=matching',
    ],
    [
      'a salesperson without a role',
      { setup: { access: () => Promise.resolve([userWith('Nils', { warnings: ['noRole'] })]) } },
      '1 user sells and has none of the roles',
      'setup step=roles',
    ],
    [
      'an owner who is no salesperson',
      { salespeople: { salespeople: () => Promise.resolve([]) } },
      '1 owner of records is not coupled to a salesperson',
      'salespeople',
    ],
    [
      'a failed mapping',
      { synchronization: { review: () => Promise.resolve([{ ...finishedLine, state: 'error' }]) } },
      'the full synchronization has failed: CUSTOMER',
      'synchronization review',
    ],
  ])('says %s, and leads to where it is mended', async (_what, changes, said, place) => {
    const { container, announced, press, visited } = await showHealth(questionsOf(changes));
    expect(container.textContent).toContain(said);
    expect(announced()).toMatch(/^1 thing needs a look$/);
    await press(/^Mend this/);
    expect(visited).toEqual([place]);
  });

  it('leaves unreached what needs a connection that does not work, and never calls it well', async () => {
    const { container } = await showHealth(
      questionsOf({ setup: { check: () => Promise.resolve(wayFailing('token', 'noRole')) } }),
    );
    expect(container.textContent).toContain('Services: not reached');
    expect(container.textContent).toContain('Roles: in order');
    expect(container.textContent).not.toContain('All is well');
  });

  it('says of a check that fails why, and goes on with the others', async () => {
    const { container } = await showHealth(
      questionsOf({
        setup: {
          services: () => Promise.reject(new BusinessCentralError('tooManyRequests')),
          access: () => Promise.reject(new SalesError('notPermitted', 'prvReadRole')),
        },
      }),
    );
    expect(container.textContent).toContain(words['error_tooManyRequests']);
    expect(container.textContent).toContain('System Administrator');
    expect(container.textContent).toContain('Synchronization: in order');
  });

  it('can be ended, and run again', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { press, announced } = await showHealth(
      questionsOf({
        setup: {
          check: (_asked, { signal }) => {
            signals.push(signal);
            return new Promise(() => undefined);
          },
        },
      }),
    );
    expect(screen.getByRole('progressbar').getAttribute('max')).toBe('9');
    await press('Cancel');
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    expect(announced()).toBe('The checks were cancelled.');
    await press('Run again');
    expect(signals).toHaveLength(2);
  });

  it('has words for everything that can be found', () => {
    const wordless = healthCodes.filter(
      (code) =>
        code !== 'notChecked' &&
        ((words[`health_${code}`] ?? words[`health_${code}_other`]) === undefined ||
          words[`healthRemedy_${code}`] === undefined),
    );
    expect(wordless).toEqual([]);
  });
});

describe('the text for support', () => {
  const secret = 'sEcr3t/key=';
  const told = questionsOf({
    setup: {
      connections: () =>
        Promise.resolve([
          { ...directConnection, userName: 'INTEGRATION', odataUrl: 'https://bc.contoso.com/BC/ODataV4' },
        ]),
      services: () =>
        Promise.reject(
          new BusinessCentralError('businessCentralFailed', { status: 500, serverMessage: `Bad ${secret}` }),
        ),
    },
  });

  it('is copied, says what was found, and holds no sentence of a server and no user name', async () => {
    const copied: string[] = [];
    const { press, announced } = await showHealth(told, (text) => {
      copied.push(text);
      return Promise.resolve();
    });
    await press('Copy text for support');
    expect(announced()).toContain('The text was copied.');
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('Business Central for Sales 1.0.0.0');
    expect(copied[0]).toContain('services/notChecked [businessCentralFailed status=500]');
    expect(copied[0]).not.toContain(secret);
    expect(copied[0]).not.toContain('INTEGRATION');
  });

  it('is shown to be copied by hand where the browser refuses', async () => {
    const { press } = await showHealth(told, () => Promise.reject(new Error('denied')));
    await press('Copy text for support');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text for support').value).toContain('Way: direct');
  });
});

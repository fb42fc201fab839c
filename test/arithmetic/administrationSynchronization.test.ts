import * as fc from 'fast-check';
import { withWaiting } from '../../businessCentral/administration/fullSynchReview';
import { matchedPairs, type MatchCriterion } from '../../businessCentral/administration/matchBasedCoupling';
import { oneAfterAnother } from '../../businessCentral/administration/oneAfterAnother';
import { nameWord, proposeSalespeople } from '../../businessCentral/administration/salespeople';
import { synchCause } from '../../businessCentral/administration/synchCause';
import type { Salesperson, UserToCouple } from '../../businessCentral/administration/types';
import type { ActionOutcome } from '../../businessCentral/coupling/types';
import { BusinessCentralError } from '../../businessCentral/errors';

const person = (code: string, name = '', email = '', coupledTo: string | null = null): Salesperson => ({
  code,
  name,
  email,
  coupledTo,
});
const user = (id: string, name = '', email = ''): UserToCouple => ({ id, name, email });
const said = (people: readonly Salesperson[], users: readonly UserToCouple[]) =>
  proposeSalespeople(people, users).map(({ code, userId, by }) => `${code}=${userId} ${by}`);

describe('which user a salesperson most likely is', () => {
  it('the one of the same e-mail, whatever its case, before the one of the same name', () => {
    expect(
      said(
        [person('JO', 'Jim Olive', 'Jim@Cronus.example ')],
        [user('namesake', 'Jim Olive', 'other@x'), user('jim', 'James', 'JIM@cronus.example')],
      ),
    ).toEqual(['JO=jim email']);
  });

  it.each([
    ['Åsa Öberg', 'Asa Oberg'],
    ['Öberg, Åsa', 'Åsa Öberg'],
    ['Søren Kjær', 'Soren  Kjaer'],
    ['JOSÉ ÁLVAREZ', 'josé álvarez'],
    ['Maria del Mar', 'del Mar Maria'],
  ])('%s and %s are one name', (inBusinessCentral, inSales) => {
    expect(said([person('A', inBusinessCentral)], [user('u', inSales)])).toEqual(['A=u name']);
  });

  it('nobody, where several could be', () => {
    expect(said([person('A', 'Jim Olive')], [user('1', 'Jim Olive'), user('2', 'Olive Jim')])).toEqual([]);
    expect(said([person('A', '', 'x@y'), person('B', '', 'x@y')], [user('1', '', 'x@y')])).toEqual([]);
    expect(said([person('A'), person('B', ' ', ' ')], [user('1'), user('2')])).toEqual([]);
  });

  it('the one it is coupled to, whoever else has the same e-mail', () => {
    expect(said([person('A', '', 'x@y', 'other')], [user('1', '', 'x@y')])).toEqual(['A=other coupled']);
  });

  it('no salesperson has two users and no user two salespeople, and order changes nothing', () => {
    const word = fc.constantFrom('', 'a', 'b', 'A', 'a b', 'b a', 'é');
    const people = fc
      .array(fc.tuple(word, word))
      .map((all) => all.map(([name, email], index) => person(`P${index}`, name, email)));
    const users = fc
      .array(fc.tuple(word, word))
      .map((all) => all.map(([name, email], index) => user(`U${index}`, name, email)));
    fc.assert(
      fc.property(people, users, (those, these) => {
        const proposals = proposeSalespeople(those, these);
        expect(new Set(proposals.map(({ code }) => code)).size).toBe(proposals.length);
        expect(new Set(proposals.map(({ userId }) => userId)).size).toBe(proposals.length);
        expect(said([...those].reverse(), [...these].reverse()).sort()).toEqual(said(those, these).sort());
      }),
    );
  });

  it('a name’s word is the same when it is made again', () => {
    fc.assert(
      fc.property(fc.string(), (name) =>
        expect(nameWord({ name: nameWord({ name }) })).toBe(nameWord({ name })),
      ),
    );
  });
});

describe('what a line of the review waits for', () => {
  const line = (mapping: string, dependsOn: string[], state: 'none' | 'finished' | 'error' = 'none') => ({
    mapping,
    dependsOn,
    state,
    direction: 'toSales' as const,
    recommendation: 'full' as const,
    toSales: 'none' as const,
    fromSales: 'none' as const,
  });

  it('what it depends on and has not finished; what is not in the review does not count', () => {
    const lines = withWaiting([
      line('CURRENCY', [], 'finished'),
      line('SALESPEOPLE', [], 'error'),
      line('CUSTOMER', ['SALESPEOPLE', 'CURRENCY', 'PAYMENT TERMS']),
      { ...line('OPPORTUNITY', ['CONTACT']), recommendation: 'nothing' as const },
      line('ORDER', ['OPPORTUNITY']),
    ]);
    expect(lines.map(({ mapping, waitsFor }) => [mapping, waitsFor])).toEqual([
      ['CURRENCY', []],
      ['SALESPEOPLE', []],
      ['CUSTOMER', ['SALESPEOPLE']],
      ['OPPORTUNITY', []],
      ['ORDER', []],
    ]);
  });

  it('never itself, and never something else than it depends on', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D');
    const state = fc.constantFrom('none' as const, 'finished' as const, 'error' as const);
    const lines = fc
      .uniqueArray(fc.tuple(name, fc.array(name), state), { selector: ([own]) => own })
      .map((all) => all.map(([own, needs, now]) => line(own, needs, now)));
    fc.assert(
      fc.property(lines, (all) => {
        for (const { mapping, waitsFor, dependsOn } of withWaiting(all)) {
          expect(waitsFor).not.toContain(mapping);
          expect(dependsOn).toEqual(expect.arrayContaining(waitsFor));
        }
      }),
    );
  });
});

describe('the cause of a failed synchronization', () => {
  it.each([
    [
      'Salesperson/Purchaser: JO must be coupled to a User before this record can be synchronized.',
      'ownerNotSalesperson',
    ],
    ['The owner of the row must be coupled to a Salesperson/Purchaser record.', 'ownerNotSalesperson'],
    ['The row is owned by a team. Only a user can be a salesperson.', 'ownerNotSalesperson'],
    [
      'Currency: USD must be coupled to a Transaction Currency before this record can be synchronized.',
      'dependentNotCoupled',
    ],
    ['Customer is left out of synchronization by a filter of the mapping CUSTOMER.', 'hiddenByFilter'],
    ['The account row was not found in Dataverse. It may be deleted.', 'deleted'],
    ['The record does not exist in Business Central.', 'deleted'],
    ['Principal user is missing prvWriteAccount privilege', 'refusedBySales'],
    ['Sisältö on liian pitkä.', 'other'],
    ['', 'other'],
  ])('%s', (message, cause) => {
    expect(synchCause(message, '10000')).toBe(cause);
  });

  it('of a record that is gone is that it is gone, in every language', () => {
    expect(synchCause('Etwas anderes', '')).toBe('deleted');
  });
});

describe('match-based coupling', () => {
  const record = (number: string, name = '', email = '') => ({ number, name, email });
  const row = (id: string, number = '', name = '', email = '') => ({ id, number, name, email });
  const all: MatchCriterion[] = ['number', 'name', 'email'];

  it('takes the first criterion that fits, and leaves doubt alone', () => {
    const { found, ambiguous } = matchedPairs(
      [record('1', 'Adatum'), record('2', 'Fabrikam'), record('3', 'Contoso'), record('4', 'Contoso')],
      [row('a', '1', 'Fabrikam'), row('b', '', 'FABRIKAM'), row('c', '', 'Contoso')],
      all,
    );
    expect(found.map(({ record: { number }, row: { id }, by }) => `${number}=${id} ${by}`)).toEqual([
      '1=a number',
      '2=b name',
    ]);
    expect(ambiguous).toBe(2);
  });

  it('uses only the criteria that were chosen', () => {
    expect(matchedPairs([record('1', 'A', 'x@y')], [row('a', '1', 'A', 'x@y')], []).found).toEqual([]);
    expect(
      matchedPairs([record('1', 'A', 'x@y')], [row('a', '1', 'A', 'x@y')], ['email']).found,
    ).toMatchObject([{ by: 'email' }]);
  });

  it('never one row for two records', () => {
    const word = fc.constantFrom('', 'a', 'A', 'b', 'c');
    const records = fc
      .array(fc.tuple(word, word, word))
      .map((rows) => rows.map(([n, m, e]) => record(n, m, e)));
    const rows = fc
      .array(fc.tuple(word, word, word))
      .map((each) => each.map(([n, m, e], i) => row(String(i), n, m, e)));
    fc.assert(
      fc.property(records, rows, fc.shuffledSubarray(all), (these, those, criteria) => {
        const { found, ambiguous } = matchedPairs(these, those, criteria);
        expect(new Set(found.map(({ row: { id } }) => id)).size).toBe(found.length);
        expect(new Set(found.map((each) => each.record)).size).toBe(found.length);
        expect(found.length + ambiguous).toBeLessThanOrEqual(these.length);
      }),
    );
  });
});

describe('the same done to many', () => {
  const good: ActionOutcome = { kind: 'done', jobId: null };
  const bad: ActionOutcome = { kind: 'refused', error: new BusinessCentralError('businessCentralFailed') };

  it('one after the other, and what fails does not keep the rest from being done', async () => {
    let atWork = 0;
    const progress: number[] = [];
    const result = await oneAfterAnother(
      [1, 2, 3],
      async (task) => {
        atWork += 1;
        expect(atWork).toBe(1);
        await Promise.resolve();
        atWork -= 1;
        return task === 2 ? bad : good;
      },
      { onProgress: ({ done }) => progress.push(done) },
    );
    expect(result).toMatchObject({ done: [1, 3], failed: [{ task: 2 }], left: [] });
    expect(progress).toEqual([1, 2, 3]);
  });

  it('ended, it finishes what it is at and says what is left', async () => {
    const end = new AbortController();
    const result = await oneAfterAnother(
      [1, 2, 3],
      (task) => {
        if (task === 2) {
          end.abort();
        }
        return Promise.resolve(good);
      },
      { signal: end.signal },
    );
    expect(result).toEqual({ done: [1, 2], failed: [], left: [3] });
  });
});

import { scriptErrors, wordsOf } from './availabilityOnForms';
import {
  addressOpenedBy,
  businessCentralRows,
  changeSalesRow,
  couple,
  couplingsOf,
  differences,
  openCoupling,
  refresh,
  salesRow,
  synchronize,
  uncouple,
} from './couplingOnForms';
import { startHost, type HostUnderTest } from './hostUnderTest';
import { pairExamples } from './pairExamples';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost();
}, 120_000);
afterEach(() => host.closePages());
afterAll(() => host.stop());

describe.each(pairExamples.map((example, index) => [example.table, example.kind, index] as const))(
  '%s and %s',
  (table, _kind, index) => {
    const { coupled, free } = pairExamples[index]!;
    // Every other pair on the older of the two versions of React that apps load.
    const react = index % 2 === 0 ? '' : '&react=16';

    it('says what it is coupled to, and opens it where it is', async () => {
      const opened = await openCoupling(host, table, coupled.key, `&user=sara${react}`);
      expect(await wordsOf(opened.control)).toContain(`Coupled to ${coupled.says}`);
      const url = await addressOpenedBy(opened.page, () =>
        opened.control.getByRole('button', { name: /^Open in Business Central/ }).click(),
      );
      expect(url.searchParams.get('company')).toBe('CRONUS International Ltd.');
      expect(url.searchParams.get('page')).toBe(String(coupled.page));
      expect(url.searchParams.get('filter')).toBe(coupled.filter);
      expect(scriptErrors(opened)).toEqual([]);
      expect(opened.foreignRequests).toEqual([]);
    });

    (free === null ? it.skip : it)('is coupled by search, synchronized, compared and uncoupled', async () => {
      const { key, search, option, as, says, change, directions } = free!;
      const before = salesRow(host, table, key);
      const opened = await openCoupling(host, table, key, `&user=ivo${react}`);
      const { control } = opened;
      expect(await wordsOf(control)).toContain('Not coupled');
      await couple(control, { text: search, option, ...(as === undefined ? {} : { as }) });
      expect(await wordsOf(control)).toContain(`Coupled to ${says}`);
      expect(await couplingsOf(host, table, key)).toHaveLength(1);

      for (const direction of directions) {
        await synchronize(control, direction);
        const { changes, field, column, service, filter, property } = change;
        const agreed = salesRow(host, table, key)[column];
        const wish = (agreed === changes[column] ? before[column] : changes[column]) ?? null;
        changeSalesRow(host, table, key, { [column]: wish, modifiedon: '2026-11-20T12:00:00Z' });
        await refresh(control);
        await expectDifferences(control, [field]);
        await synchronize(control, direction);
        await expectDifferences(control, []);
        const [record] = await businessCentralRows(host, service, filter);
        const wanted = direction === 'fromSales' ? wish : agreed;
        expect(record?.[property]).toEqual(wanted);
        expect(salesRow(host, table, key)[column]).toEqual(wanted);
      }

      await uncouple(control);
      expect(await wordsOf(control)).toContain('Not coupled');
      expect(await couplingsOf(host, table, key)).toEqual([]);
      expect(scriptErrors(opened)).toEqual([]);
      changeSalesRow(host, table, key, before);
    });
  },
);

async function expectDifferences(control: Parameters<typeof differences>[0], names: readonly string[]) {
  expect(await differences(control)).toEqual(names);
}

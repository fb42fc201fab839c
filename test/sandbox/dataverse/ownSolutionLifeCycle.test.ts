import { importSolution } from '../../../sandbox/dataverse/importer/importSolution';
import { ImportRefused } from '../../../sandbox/dataverse/importer/refusals';
import { Metadata } from '../../../sandbox/dataverse/metadata/metadata';
import { standardCustomizations } from '../../../sandbox/dataverse/standardCustomizations';
import { packSolution } from '../../../solution/packer/packSolution';
import { goodInput } from '../../package/solutionFixtures';
import { ada, sara, startSolutionWorld } from './solutionWorld';
import type { SolutionWorld } from './solutionWorld';

let dataverse: SolutionWorld['dataverse'];
let ask: SolutionWorld['ask'];

beforeEach(async () => {
  ({ dataverse, ask } = await startSolutionWorld());
});

describe('the solution of this repository', () => {
  const packed = packSolution(goodInput);

  it('names every table that it needs in an environment without the Sales app', () => {
    const sales = /^(quote|quotedetail|salesorder|salesorderdetail)$/;
    const installed = {
      ...standardCustomizations,
      metadata: new Metadata(
        standardCustomizations.metadata.tables.filter(({ logicalName }) => !sales.test(logicalName)),
      ),
    };
    const refusals = (() => {
      try {
        importSolution(packed.managed, installed);
        return [];
      } catch (error) {
        return error instanceof ImportRefused ? error.refusals : [];
      }
    })();
    const required = refusals
      .filter(({ code, part }) => code === 'missingDependency' && part === 'solution.xml')
      .map(({ reason }) => /requires (\w+) .* of (.+),/.exec(reason)?.slice(1).join(' of '));
    expect([...new Set(required)]).toEqual([
      expect.stringMatching(/^quote of msdynce_Sales/) as string,
      expect.stringMatching(/^quotedetail of msdynce_Sales/) as string,
      expect.stringMatching(/^salesorder of msdynce_Sales/) as string,
      expect.stringMatching(/^salesorderdetail of msdynce_Sales/) as string,
    ]);
  });

  it('shows its administration app to both integration roles as far as each may act', () => {
    dataverse.importSolution(packed.managed);
    const seen = (userId: string) =>
      dataverse
        .apps(userId, 1033)
        .map(({ groups }) => groups.flatMap((group) => group.entries.map(({ id }) => id)));
    const all = ['bcs_Connections', 'bcs_Setup', 'bcs_Synchronization', 'bcs_Salespeople', 'bcs_Health'];
    expect(seen(ada)).toEqual([all]);
    expect(seen(sara)).toEqual([]);
    dataverse.users.assignRole(sara, 'Product Availability User');
    expect(seen(sara)).toEqual([]);
    dataverse.users.assignRole(sara, 'Integration User');
    expect(seen(sara)).toEqual([['bcs_Connections', 'bcs_Health']]);
    dataverse.users.assignRole(sara, 'Integration Administrator');
    expect(seen(sara)).toEqual([all]);
    dataverse.users.removeRole(sara, 'Integration User');
    dataverse.users.removeRole(sara, 'Integration Administrator');
    dataverse.users.assignRole(sara, 'System Customizer');
    expect(seen(sara)).toEqual([all]);
  });

  it('goes as it came: connections with it, accounts and quotes not', async () => {
    const before = ['account', 'product', 'quote', 'quotedetail'].map((table) => dataverse.rows.count(table));
    dataverse.importSolution(packed.managed);
    const made = await ask(ada, 'POST', 'bcs_connections', { bcs_name: 'CRONUS' });
    expect(made.status).toBe(204);
    dataverse.uninstallSolution('BusinessCentralForSales');
    expect((await ask(ada, 'GET', 'bcs_connections')).status).toBe(404);
    expect(
      ['account', 'product', 'quote', 'quotedetail'].map((table) => dataverse.rows.count(table)),
    ).toEqual(before);
  });
});

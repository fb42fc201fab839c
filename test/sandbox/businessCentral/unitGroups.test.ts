import { unitGroupTableId } from '../../../sandbox/businessCentral/company/tableIds';
import { coupledTableOf } from '../../../sandbox/businessCentral/coupling/coupledTables';
import { emptyCompany } from '../../../sandbox/businessCentral/demoCompanies/emptyCompany';

test('an item and a resource of one number have two unit groups, told apart by their codes', () => {
  const company = emptyCompany('CRONUS', '2026-11-20');
  for (const Source_Type of ['Item', 'Resource'] as const) {
    company.unitGroups.put({ Source_Type, Source_No: '80', Source_Id: Source_Type, systemId: Source_Type });
  }
  const table = coupledTableOf(unitGroupTableId)!;
  expect(table.systemIdOf(company, 'RESOURCE 80 UOM GR')).toBe('Resource');
  expect(table.systemIdOf(company, 'ITEM 80 UOM GR')).toBe('Item');
  expect(table.systemIdOf(company, '80')).toBeNull();
});

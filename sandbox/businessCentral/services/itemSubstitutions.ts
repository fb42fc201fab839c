import { inventoryOf } from '../company/flowFields';
import type { ItemSubstitution } from '../company/records';
import { constant, option, text, typed } from './recordFields';
import { readOnlyPage } from './service';

const types = ['Item', 'Nonstock Item'] as const;

/** Page 5716: what may be sold instead of an item. Key fields that the page does not show are served all the same. */
export const itemSubstitutions = readOnlyPage<ItemSubstitution>({
  name: 'ItemSubstitutions',
  object: 'Page 5716 Item Substitution Entry',
  key: ['Type', 'No', 'Variant_Code', 'Substitute_Type', 'Substitute_No', 'Substitute_Variant_Code'],
  table: (company) => company.substitutions,
  fields: [
    option('Type', types, () => 'Item'),
    text('No', 20, (substitution) => substitution.No),
    constant('Variant_Code', 'Edm.String', ''),
    option('Substitute_Type', types, () => 'Item'),
    text('Substitute_No', 20, (substitution) => substitution.Substitute_No),
    constant('Substitute_Variant_Code', 'Edm.String', ''),
    text('Description', 100, (substitution) => substitution.Description),
    typed('Interchangeable', 'Edm.Boolean', (substitution) => substitution.Interchangeable),
    typed('Condition', 'Edm.Boolean', (substitution) => substitution.Condition),
    {
      name: 'Inventory',
      type: 'Edm.Decimal',
      kind: 'field',
      value: (substitution, company, filters) => inventoryOf(company, substitution.Substitute_No, filters),
    },
  ],
});

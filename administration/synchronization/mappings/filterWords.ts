import {
  filterConditions,
  type FilterCondition,
} from '../../../businessCentral/administration/filterConditions';
import type { MappingOverview } from '../../../businessCentral/administration/mappingOverview';
import type { AdministrationTexts } from '../../strings';

/** What a mapping's filters say, a line a side; what cannot be read stands as Business Central wrote it. */
export function filterWords(
  { name, recordFilter, rowFilter }: MappingOverview,
  texts: AdministrationTexts,
): readonly string[] {
  const sides = [
    { key: 'synch_filter_businessCentral', conditions: filterConditions(name, 'record', recordFilter ?? '') },
    { key: 'synch_filter_sales', conditions: filterConditions(name, 'row', rowFilter ?? '') },
  ] as const;
  return sides
    .filter(({ conditions }) => conditions.length > 0)
    .map(({ key, conditions }) =>
      texts.say(key, { filter: conditions.map((condition) => conditionWords(condition, texts)).join('; ') }),
    );
}

function conditionWords(condition: FilterCondition, texts: AdministrationTexts): string {
  if ('raw' in condition) {
    return condition.raw;
  }
  const { field, relation, values } = condition;
  return texts.say(`filter_${relation}`, {
    field: texts.say(`filterField_${field}`),
    values: values
      .map((value) => texts.say(`filterValue_${value}`))
      .reduce((one, other) => texts.say('filter_or', { one, other })),
  });
}

import * as React from 'react';
import type { MappingOverview } from '../../../businessCentral/administration/mappingOverview';
import { useReading } from '../../../ui/useReading';
import { DataTable } from '../../parts/DataTable';
import { useAdministrationLanguage } from '../../strings';
import { momentOf } from '../moments';
import type { SynchronizationQuestions } from '../questions';
import { ReadingPart } from '../ReadingPart';
import { filterWords } from './filterWords';

/** Integration table mappings with their direction, filters and last run. */
export function MappingList({
  questions,
}: {
  readonly questions: SynchronizationQuestions;
}): React.ReactElement {
  const { texts, format } = useAdministrationLanguage();
  const reading = useReading({
    subject: 'mappings',
    key: 'mappings',
    ask: (options) => questions.mappings(options),
  });
  const at = (instant: number | null) =>
    instant === null ? texts.say('synch_never') : momentOf(instant, format);
  return (
    <ReadingPart reading={reading} announcement={({ length }) => texts.count('synch_mappingsRead', length)}>
      {(mappings) => (
        <DataTable
          caption={texts.say('synch_tab_mappings')}
          empty={texts.say('synch_mappings_none')}
          rows={mappings}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'mapping',
              title: texts.say('synch_column_mapping'),
              isRowHeader: true,
              cell: ({ name }) => name,
            },
            {
              key: 'direction',
              title: texts.say('synch_column_direction'),
              cell: ({ direction }) => texts.say(`synch_direction_${direction}`),
            },
            {
              key: 'filters',
              title: texts.say('synch_column_filters'),
              cell: (mapping) => <Filters mapping={mapping} />,
            },
            {
              key: 'uncoupled',
              title: texts.say('synch_column_uncoupled'),
              cell: ({ onlyCoupledRecords }) =>
                texts.say(onlyCoupledRecords ? 'synch_uncoupled_left' : 'synch_uncoupled_created'),
            },
            {
              key: 'dependsOn',
              title: texts.say('synch_column_dependsOn'),
              cell: ({ dependsOn }) =>
                dependsOn.length === 0 ? texts.say('synch_nothing') : dependsOn.join(', '),
            },
            {
              key: 'toSales',
              title: texts.say('synch_column_toSales'),
              cell: ({ direction, lastToSales }) => direction !== 'fromSales' && at(lastToSales),
            },
            {
              key: 'fromSales',
              title: texts.say('synch_column_fromSales'),
              cell: ({ direction, lastFromSales }) => direction !== 'toSales' && at(lastFromSales),
            },
          ]}
        />
      )}
    </ReadingPart>
  );
}

function Filters({ mapping }: { readonly mapping: MappingOverview }): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  const { recordFilter, rowFilter } = mapping;
  if (recordFilter === null && rowFilter === null) {
    return <>{texts.say('synch_filters_unknown')}</>;
  }
  const words = filterWords(mapping, texts);
  return words.length === 0 ? (
    <>{texts.say('synch_filters_none')}</>
  ) : (
    <>
      {words.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

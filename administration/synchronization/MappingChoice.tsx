import * as React from 'react';
import { Selection } from '../parts/entries';
import { useAdministrationLanguage } from '../strings';

export interface MappingChoiceProps {
  readonly mappings: readonly string[];
  /** Null: all of them. */
  readonly chosen: string | null;
  readonly onChoose: (mapping: string | null) => void;
}

/** Narrows a list to one mapping. */
export function MappingChoice({ mappings, chosen, onChoose }: MappingChoiceProps): React.ReactElement {
  const { texts } = useAdministrationLanguage();
  return (
    <Selection
      label={texts.say('synch_column_mapping')}
      options={[
        { value: '', label: texts.say('synch_allMappings') },
        ...mappings.map((mapping) => ({ value: mapping, label: mapping })),
      ]}
      chosen={chosen ?? ''}
      onChoose={(value) => onChoose(value === '' ? null : value)}
    />
  );
}

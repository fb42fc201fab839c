import * as React from 'react';
import { useTheme } from '@fluentui/react';
import { useUniqueId } from '../../ui/useUniqueId';
import { pageStyles } from '../parts/page.styles';
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
  const classes = pageStyles(useTheme());
  const id = useUniqueId();
  return (
    <div className={classes.entry}>
      <label className={classes.label} htmlFor={id}>
        {texts.say('synch_column_mapping')}
      </label>
      <select
        id={id}
        className={classes.input}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{texts.say('synch_allMappings')}</option>
        {mappings.map((mapping) => (
          <option key={mapping} value={mapping}>
            {mapping}
          </option>
        ))}
      </select>
    </div>
  );
}

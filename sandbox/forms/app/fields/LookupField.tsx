import React from 'react';
import { useApp } from '../appContext';
import type { LookupReference } from '../record/columnValue';
import { Icon } from '../shell/icons';
import { Link } from '../shell/Link';
import { fill } from '../texts/texts';
import { stateAttributes, type FieldProps } from './fieldProps';
import { LookupSearch } from './LookupSearch';

interface LookupFieldProps extends FieldProps {
  readonly value: LookupReference | null;
  readonly filterOf: () => Promise<string | null>;
}

/** Tables whose rows the app has no page for. */
const withoutPage = new Set(['systemuser', 'team', 'transactioncurrency', 'businessunit']);

/** A lookup: the chosen row as a link to it, or a search for one. */
export function LookupField(props: LookupFieldProps): React.JSX.Element {
  const { id, column, value, isDisabled, change, filterOf } = props;
  const { texts } = useApp().session;
  if (value === null) {
    return isDisabled ? (
      <input id={id} type="text" className="input read-only" readOnly placeholder="---" value="" />
    ) : (
      <LookupSearch
        id={id}
        tables={column.targets}
        filterOf={filterOf}
        choose={change}
        attributes={stateAttributes(props)}
      />
    );
  }
  const name = value.name || texts.noName;
  return (
    <div className={isDisabled ? 'input lookup-value read-only' : 'input lookup-value'}>
      {withoutPage.has(value.table) ? (
        <span>{name}</span>
      ) : (
        <Link to={{ kind: 'record', table: value.table, id: value.id, formId: null, defaults: {} }}>
          {name}
        </Link>
      )}
      {!isDisabled && (
        <button
          type="button"
          id={id}
          className="icon-button"
          aria-label={fill(texts.removeValue, name, column.label)}
          onClick={() => change(null)}
        >
          <Icon name="dismiss" />
        </button>
      )}
    </div>
  );
}

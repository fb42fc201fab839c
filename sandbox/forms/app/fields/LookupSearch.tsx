import React, { useEffect, useRef, useState } from 'react';
import { useApp } from '../appContext';
import type { LookupReference } from '../record/columnValue';
import { Icon } from '../shell/icons';
import { findRows, type LookupOffer } from './findRows';

interface LookupSearchProps {
  readonly id: string;
  readonly tables: readonly string[];
  /** What the rows must fulfil; asked before every search. */
  readonly filterOf: () => Promise<string | null>;
  readonly choose: (row: LookupReference) => void;
  readonly attributes?: React.AriaAttributes;
}

/** How long after the last key the rows are asked for. */
const typingPauseMs = 200;

/** A text box that offers rows while one types (WAI-ARIA's combobox with a list). */
export function LookupSearch({
  id,
  tables,
  filterOf,
  choose,
  attributes,
}: LookupSearchProps): React.JSX.Element {
  const { session } = useApp();
  const { texts } = session;
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [offers, setOffers] = useState<readonly LookupOffer[] | null>(null);
  const [active, setActive] = useState(0);
  const latest = useRef({ tables, filterOf });
  latest.current = { tables, filterOf };

  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const search = new AbortController();
    const ask = async () => {
      const filter = await latest.current.filterOf();
      const found = await Promise.all(
        latest.current.tables.map((table) =>
          findRows(session.tables, table, text.trim(), filter, search.signal),
        ),
      );
      setOffers(found.flat());
      setActive(0);
    };
    const timer = setTimeout(() => {
      // Nothing is offered where the rows may not be read; an abort is no failure.
      ask().catch(() => search.signal.aborted || setOffers([]));
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [isOpen, text, session.tables]);

  const close = () => {
    setOpen(false);
    setOffers(null);
  };
  const take = (offer: LookupOffer | undefined) => {
    if (offer !== undefined) {
      close();
      choose({ id: offer.id, name: offer.name, table: offer.table });
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const count = offers?.length ?? 0;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        setOpen(true);
        setActive(count === 0 ? 0 : (active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        break;
      case 'Enter':
        event.preventDefault();
        take(offers?.[active]);
        break;
      case 'Escape':
        if (isOpen) {
          event.preventDefault();
          close();
        }
        break;
    }
  };

  const listId = `${id}-list`;
  const isListed = isOpen && offers !== null;
  return (
    <div className="lookup-search">
      <input
        id={id}
        type="text"
        role="combobox"
        className="input"
        autoComplete="off"
        placeholder="---"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed && offers.length > 0 ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        {...attributes}
      />
      <Icon name="search" />
      {isListed && (
        <ul id={listId} role="listbox" className="lookup-list" aria-label={texts.foundRows}>
          {offers.map((offer, position) => (
            <li
              key={offer.id}
              id={`${listId}-${position}`}
              role="option"
              aria-selected={position === active}
              // Taken before the text box loses the focus and closes the list.
              onMouseDown={(event) => {
                event.preventDefault();
                take(offer);
              }}
            >
              <span>{offer.name}</span>
              <small>{offer.detail}</small>
            </li>
          ))}
          {offers.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled>
              {texts.noRows}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

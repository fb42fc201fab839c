import { useState } from 'react';
import type { IsoDate } from '../../../businessCentral/isoDate';

/** Writing a date into the form's requested delivery date, and taking it back. */
export interface RequestedDate {
  /** Null where the form does not allow it. */
  readonly use: ((date: IsoDate) => void) | null;
  /** Takes the last use back; null once the date, the product or the line is another. */
  readonly undo: (() => void) | null;
  /** What has just been done; null where nothing has. */
  readonly done: { readonly kind: 'used' | 'restored' | 'removed'; readonly date: IsoDate | null } | null;
}

interface Change {
  readonly subject: string;
  readonly kind: 'used' | 'restored' | 'removed';
  readonly before: IsoDate | null;
  readonly after: IsoDate | null;
}

/**
 * @param subject what the date belongs to: the line and its product
 * @param current the requested date on the form; undefined: the form has none
 * @param write null where the form is read-only
 */
export function useRequestedDate(
  subject: string,
  current: IsoDate | null | undefined,
  write: ((date: IsoDate | null) => void) | null,
): RequestedDate {
  const [change, setChange] = useState<Change | null>(null);
  const valid = change !== null && change.subject === subject && change.after === current ? change : null;
  if (write === null || current === undefined) {
    return { use: null, undo: null, done: null };
  }
  const apply = (kind: Change['kind'], after: IsoDate | null) => {
    setChange({ subject, kind, before: current, after });
    write(after);
  };
  return {
    use: (date) => apply('used', date),
    undo:
      valid?.kind === 'used'
        ? () => apply(valid.before === null ? 'removed' : 'restored', valid.before)
        : null,
    done: valid === null ? null : { kind: valid.kind, date: valid.after },
  };
}

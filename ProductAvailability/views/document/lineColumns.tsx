import * as React from 'react';
import type { ITheme } from '@fluentui/react';
import type { IsoDate } from '../../../businessCentral/isoDate';
import type { LineAvailability, RequestedLine } from '../../../businessCentral/availability/types';
import type { Format } from '../../../ui/format';
import { Icon } from '../../../ui/icons';
import { HeardOnly } from '../../../ui/LiveRegion';
import { toneColour } from '../../../ui/Notice';
import { lookOf } from '../stateLook';
import { stateWord } from '../lineWords';
import type { AvailabilityTexts, TextKey } from '../texts';

export interface CellContext {
  readonly texts: AvailabilityTexts;
  readonly format: Format;
  readonly today: IsoDate;
  readonly theme: ITheme;
  /** Class of what holds the state's icon. */
  readonly iconClass: string;
}

/** The head of a column. */
export interface LineHeader {
  readonly key: string;
  readonly title: TextKey;
  /** What the title means, where that is not plain. */
  readonly explanation?: TextKey;
  readonly isNumber?: boolean;
}

/** A column of the table of lines, but for the first: the product, which is the row's button. */
export interface LineColumn extends LineHeader {
  readonly cell: (line: RequestedLine, answer: LineAvailability, context: CellContext) => React.ReactNode;
}

export const productHeader: LineHeader = { key: 'product', title: 'column_product' };

const quantity: LineColumn = {
  key: 'quantity',
  title: 'column_quantity',
  isNumber: true,
  cell: (line, _answer, { format, texts }) =>
    line.quantity === null ? (
      <NotKnown texts={texts} />
    ) : (
      `${format.quantity(line.quantity)} ${line.unit?.name ?? ''}`.trim()
    ),
};

const requested: LineColumn = {
  key: 'requested',
  title: 'column_requested',
  cell: ({ requestedDate }, _answer, { format, texts }) =>
    requestedDate === null ? texts.say('today') : format.day(requestedDate),
};

const state: LineColumn = {
  key: 'state',
  title: 'column_state',
  cell: (_line, answer, { texts, theme, iconClass }) => {
    const { icon, tone } = lookOf(answer);
    return (
      <>
        <span className={iconClass} style={{ color: toneColour(theme, tone) }}>
          <Icon name={icon} size={16} />
        </span>
        <span title={stateWord(answer, texts)}>{stateWord(answer, texts)}</span>
      </>
    );
  },
};

const available: LineColumn = {
  key: 'available',
  title: 'column_available',
  isNumber: true,
  cell: (_line, { deliverable, balance, unit }, { format, texts }) => {
    const quantityAvailable = deliverable ?? balance;
    return quantityAvailable === null ? (
      <NotKnown texts={texts} />
    ) : (
      `${format.quantity(quantityAvailable)} ${unit}`
    );
  },
};

const complete: LineColumn = {
  key: 'complete',
  title: 'column_complete',
  explanation: 'column_complete_title',
  cell: (_line, answer, { format, texts }) =>
    completeText(answer, format, texts) ?? <NotKnown texts={texts} />,
};

/** In a narrow place a row has two lines, and the date says itself what it is. */
const completeInWords: LineColumn = {
  ...complete,
  cell: (_line, answer, { format, texts }) => {
    if (answer.atpDate !== null) {
      return texts.say('completeOn', { date: format.day(answer.atpDate) });
    }
    return completeText(answer, format, texts) ?? '';
  },
};

export const wideColumns: readonly LineColumn[] = [quantity, requested, state, available, complete];
export const narrowColumns: readonly LineColumn[] = [quantity, state, completeInWords];

function completeText(
  { state: of, atpDate }: LineAvailability,
  format: Format,
  texts: AvailabilityTexts,
): string | null {
  if (atpDate !== null) {
    return format.day(atpDate);
  }
  return of === 'short' || of === 'partlyAvailable' ? texts.say('notExpected') : null;
}

/** A dash to the eye; a dash says nothing to the ear. */
function NotKnown({ texts }: { readonly texts: AvailabilityTexts }): React.ReactElement {
  return (
    <>
      <span aria-hidden="true">–</span>
      <HeardOnly>{texts.say('notKnown')}</HeardOnly>
    </>
  );
}

import * as React from 'react';
import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import { LiveRegion } from './LiveRegion';
import { ReadingTime } from './ReadingTime';
import { SkeletonLine } from './Skeleton';
import { RefreshButton } from './buttons';

/** Where words and buttons stand side by side, and where one below the other. */
const sideBySide = 800;
/** From this width on, age and buttons have room in one row. */
const oneRow = 560;
/** Below these widths, words take more lines than `roomForWords` has. */
const middle = 640;
const narrow = 480;

/** Pixels kept for words in these places, unless a control says fewer. */
const usualNarrowRooms = { middle: 84, narrow: 124 } as const;

const styles = memoizeFunction((roomForWords: number, roomInMiddle: number, roomInNarrow: number) =>
  mergeStyleSets({
    frame: { containerType: 'inline-size', padding: '4px 0' },
    head: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 272px',
      gap: '8px 16px',
      marginBottom: 8,
      [`@container (max-width: ${sideBySide - 1}px)`]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    // Room for the longest words in the longest language, so that nothing moves when they come.
    words: {
      minHeight: roomForWords,
      [`@container (max-width: ${middle - 1}px)`]: { minHeight: roomInMiddle },
      [`@container (max-width: ${narrow - 1}px)`]: { minHeight: roomInNarrow },
    },
    // Age and buttons: one below the other beside the words, and in one row below them where there is room. The age
    // keeps its place there, so that no button moves when it changes.
    actions: {
      [`@container (min-width: ${oneRow}px) and (max-width: ${sideBySide - 1}px)`]: {
        display: 'grid',
        gridTemplateColumns: '256px minmax(0, 1fr)',
      },
    },
    row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, minHeight: 28, marginBottom: 4 },
  }),
);

export interface AnswerFrameProps {
  readonly title: string;
  /** Null until anything is known. */
  readonly words: React.ReactNode;
  /** What screen readers are told of the words, or of the reading under way. */
  readonly announcement: string;
  /** When the figures were read, in milliseconds since 1970; null where there are none. */
  readonly readAt: number | null;
  readonly busy: boolean;
  /** The latest attempt failed. */
  readonly failed: boolean;
  readonly onRefresh: () => void;
  /** Buttons beside the words; null: there are never any. */
  readonly actions: React.ReactNode;
  /** Pixels kept for the words in a place of 640 pixels and more. */
  readonly roomForWords: number;
  /** The same below 640 pixels, and below 480. */
  readonly narrowRooms?: { readonly middle: number; readonly narrow: number };
  readonly children: React.ReactNode;
}

/** An answer from Business Central: its words, its age, a button to ask anew, and what belongs to it. */
export function AnswerFrame(props: AnswerFrameProps): React.ReactElement {
  const { title, words, announcement, readAt, busy, failed, onRefresh, actions, children } = props;
  const { middle: roomInMiddle, narrow: roomInNarrow } = props.narrowRooms ?? usualNarrowRooms;
  const classes = styles(props.roomForWords, roomInMiddle, roomInNarrow);
  return (
    <section className={classes.frame} aria-label={title} aria-busy={busy}>
      <LiveRegion message={announcement} />
      <div className={classes.head}>
        <div className={classes.words}>
          {words ?? (
            <>
              <SkeletonLine width="70%" />
              <SkeletonLine width="45%" />
            </>
          )}
        </div>
        <div className={classes.actions}>
          <div className={classes.row}>
            <RefreshButton failed={failed} waiting={busy} onClick={onRefresh} />
            {readAt !== null && <ReadingTime key={String(failed)} readAt={readAt} />}
          </div>
          {actions !== null && <div className={classes.row}>{actions}</div>}
        </div>
      </div>
      {children}
    </section>
  );
}

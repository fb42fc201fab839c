import { mergeStyleSets } from '@fluentui/react';

/** Room for a failure, its remedy and the figures from before: the longest that may come without anything moving. */
const textHeight = { wide: 84, middle: 84, narrow: 124 };

export const lineStyles = mergeStyleSets({
  root: { containerType: 'inline-size', padding: '4px 0' },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 272px',
    columnGap: 16,
    rowGap: 8,
    '@container (max-width: 799px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: {
    minHeight: textHeight.wide,
    display: 'flex',
    flexDirection: 'column',
    gap: 4,
    '@container (max-width: 799px)': { minHeight: textHeight.middle },
    '@container (max-width: 479px)': { minHeight: textHeight.narrow },
  },
  actions: { display: 'flex', flexDirection: 'column', gap: 4, minHeight: 60 },
  actionRow: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, minHeight: 28 },
  details: { marginTop: 12 },
});

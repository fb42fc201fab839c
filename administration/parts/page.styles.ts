import { memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

/** Below this width things stand one below the other. */
const narrow = 640;

const phonePadding = 12;

/**
 * Each row of a table as a card, where the table has less room than this; asked of the table's own place, since a step of
 * the setup leaves it less than the window has.
 */
function cardsBelow(width: number, line: string, quiet: string) {
  return {
    [`@container (max-width: ${width - 1}px)`]: {
      display: 'block',
      tbody: { display: 'block' },
      caption: { display: 'block' },
      thead: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
      'tbody tr': { display: 'block', padding: '8px 0', borderBottom: line },
      'tbody th, tbody td': { display: 'block', padding: '2px 0', border: 'none', overflowWrap: 'anywhere' },
      'tbody td span': { overflowWrap: 'anywhere' },
      'tbody th': { fontWeight: 600 },
      'tbody td > div': { minWidth: 0 },
      'tbody td:empty': { display: 'none' },
      'tbody td[data-title]::before': { content: 'attr(data-title) ": "', color: quiet },
    },
  };
}

/** The look that the pages share. */
export const pageStyles = memoizeFunction((theme: ITheme) => {
  const { palette, semanticColors } = theme;
  const line = `1px solid ${palette.neutralLight}`;
  const strongLine = `1px solid ${palette.neutralSecondaryAlt}`;
  const focus = { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: 2 };
  const phone = `@media (max-width: ${narrow - 1}px)`;
  return mergeStyleSets({
    page: {
      boxSizing: 'border-box',
      maxWidth: 1200,
      padding: 24,
      color: semanticColors.bodyText,
      fontSize: 14,
      lineHeight: 20,
      overflowWrap: 'anywhere',
      [phone]: { padding: phonePadding },
    },
    title: { margin: '0 0 4px', fontSize: 24, lineHeight: 32, fontWeight: 600, outline: 'none' },
    heading: { margin: '0 0 4px', fontSize: 18, lineHeight: 24, fontWeight: 600, outline: 'none' },
    subheading: { margin: '16px 0 4px', fontSize: 14, lineHeight: 20, fontWeight: 600, outline: 'none' },
    intro: { maxWidth: 720, margin: '0 0 16px' },
    quiet: { margin: '4px 0', color: palette.neutralSecondary },
    technical: { margin: '4px 0', fontSize: 12, lineHeight: 16, color: palette.neutralSecondary },
    paragraph: { margin: '0 0 8px' },
    blocks: { display: 'flex', flexDirection: 'column', gap: 16 },
    panel: { padding: 16, border: line, borderRadius: 4, [phone]: { padding: 12 } },
    buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 12 },
    apart: { justifyContent: 'space-between', paddingTop: 16, borderTop: line },
    steps: { margin: 0, padding: 0, listStyle: 'none', border: line, borderRadius: 4 },
    // Across the page, since the tables of the steps need its whole width.
    stepsAcross: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' },
    step: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: 8,
      width: '100%',
      height: '100%',
      alignContent: 'start',
      padding: '8px 12px',
      font: 'inherit',
      color: 'inherit',
      textAlign: 'left',
      background: 'none',
      border: 'none',
      borderLeft: '4px solid transparent',
      cursor: 'pointer',
      ':hover': { background: palette.neutralLighter },
      ':focus-visible': { ...focus, outlineOffset: -2 },
    },
    currentStep: {
      fontWeight: 600,
      background: palette.neutralLighter,
      borderLeftColor: palette.themePrimary,
      '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    },
    stepState: {
      gridColumn: '2',
      fontSize: 12,
      lineHeight: 16,
      fontWeight: 400,
      color: palette.neutralSecondary,
    },
    part: { padding: '8px 12px', borderBottom: line, ':last-child': { borderBottom: 'none' } },
    link: {
      margin: '4px 0 0 28px',
      padding: '4px 0',
      minHeight: 28,
      font: 'inherit',
      color: semanticColors.link,
      background: 'none',
      border: 'none',
      textDecoration: 'underline',
      cursor: 'pointer',
      ':focus-visible': focus,
    },
    cellWord: { display: 'flex', gap: 4, alignItems: 'flex-start' },
    mend: { margin: '4px 0 8px 28px' },
    icon: { height: 20, flexShrink: 0 },
    entry: { display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 560 },
    label: { fontWeight: 600 },
    input: {
      width: '100%',
      boxSizing: 'border-box',
      minHeight: 32,
      padding: '4px 8px',
      font: 'inherit',
      color: 'inherit',
      background: palette.white,
      border: strongLine,
      borderRadius: 4,
      ':focus': focus,
      ':disabled': { color: palette.neutralSecondary, background: palette.neutralLighter },
    },
    choices: { margin: 0, padding: 0, border: 'none', display: 'flex', flexDirection: 'column', gap: 8 },
    choice: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: 8,
      input: { margin: '2px 0' },
    },
    meaning: { gridColumn: '2', color: palette.neutralSecondary },
    terms: { display: 'flex', flexDirection: 'column', gap: 8, margin: 0, maxWidth: 720 },
    term: { margin: 0 },
    tableFrame: { containerType: 'inline-size', overflowX: 'auto', ':focus-visible': focus },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 13,
      lineHeight: 18,
      caption: { textAlign: 'left', padding: '0 0 4px', fontWeight: 600 },
      // A word is broken only where it does not fit alone; otherwise a column shrinks to a letter's width.
      'th, td, td span': { overflowWrap: 'break-word' },
      'tbody td > div': { minWidth: 112 },
      'th, td': { textAlign: 'left', verticalAlign: 'top', padding: '6px 12px 6px 0', borderBottom: line },
      th: { fontWeight: 600 },
      'tbody th': { fontWeight: 400 },
    },
    fewColumns: cardsBelow(narrow - 2 * phonePadding, line, palette.neutralSecondary),
    manyColumns: cardsBelow(960, line, palette.neutralSecondary),
    number: { textAlign: 'right !important' },
    progress: { height: 4, margin: '8px 0', accentColor: palette.themePrimary, width: '100%' },
  });
});

import { keyframes, memoizeFunction, mergeStyleSets } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';

/** Room for the buttons and the latest synchronizations, so that nothing moves when they come. */
const blockHeight = 96;

export const couplingStyles = memoizeFunction((theme: ITheme) => {
  const { palette } = theme;
  const line = `1px solid ${palette.neutralLight}`;
  const focus = { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: 2 };
  return mergeStyleSets({
    blocks: { display: 'flex', flexDirection: 'column', gap: 16, minHeight: blockHeight },
    block: { fontSize: 14, lineHeight: 20, overflowWrap: 'anywhere' },
    title: { margin: '0 0 4px', fontSize: 14, lineHeight: 20, fontWeight: 600, outline: 'none' },
    remark: { marginTop: 8 },
    // In line with the words of a notice, which stand beside its icon.
    belowIcon: { marginLeft: 28 },
    quiet: { margin: '8px 0 0', color: palette.neutralSecondary },
    technical: { margin: '8px 0 0', fontSize: 12, lineHeight: 16, color: palette.neutralSecondary },
    buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, marginTop: 8, minHeight: 28 },
    panel: { marginTop: 8, padding: 12, border: `1px solid ${palette.neutralTertiaryAlt}`, borderRadius: 4 },
    synchs: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: '2px 12px',
      margin: '4px 0 0 28px',
      dt: { color: palette.neutralSecondary },
      dd: { display: 'flex', gap: 4, alignItems: 'flex-start', margin: 0 },
    },
    icon: { height: 16, flexShrink: 0, marginTop: 2 },
    list: { margin: '4px 0 0', paddingLeft: 28, lineHeight: 28 },
    progress: {
      position: 'relative',
      height: 4,
      margin: '8px 0',
      overflow: 'hidden',
      borderRadius: 2,
      background: palette.neutralLight,
      '@media (forced-colors: active)': { border: '1px solid CanvasText' },
    },
    bar: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: '33%',
      background: palette.themePrimary,
      animation: `${keyframes({ from: { left: '-33%' }, to: { left: '100%' } })} 2s linear infinite`,
      '@media (prefers-reduced-motion: reduce)': { animation: 'none', left: 0, width: '100%', opacity: 0.6 },
      '@media (forced-colors: active)': { background: 'Highlight', forcedColorAdjust: 'none' },
    },
    outcome: { outline: 'none', ':focus-visible': focus },
    field: {
      border: 'none',
      margin: '12px 0 0',
      padding: 0,
      minWidth: 0,
      legend: { padding: 0, fontWeight: 600 },
    },
    choice: { display: 'flex', gap: 8, alignItems: 'center', minHeight: 28 },
    label: { display: 'block', fontWeight: 600 },
    search: {
      width: '100%',
      boxSizing: 'border-box',
      minHeight: 32,
      padding: '4px 8px',
      font: 'inherit',
      color: 'inherit',
      background: palette.white,
      border: `1px solid ${palette.neutralSecondaryAlt}`,
      borderRadius: 4,
      ':focus': focus,
    },
    found: { minHeight: 220, marginTop: 4 },
    candidates: {
      maxHeight: 216,
      overflowY: 'auto',
      margin: '4px 0 0',
      padding: 0,
      listStyle: 'none',
      border: line,
      borderRadius: 4,
      ':focus': focus,
    },
    candidate: { padding: '6px 8px', borderBottom: line, cursor: 'pointer' },
    active: { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: -2 },
    chosen: {
      background: palette.neutralLighter,
      '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' },
    },
    barred: { cursor: 'default', color: palette.neutralSecondary },
    why: {
      display: 'flex',
      gap: 4,
      fontWeight: 400,
      color: palette.neutralSecondary,
      fontSize: 12,
      lineHeight: 16,
    },
    name: { fontWeight: 600 },
    direction: { width: 20 },
    quietIcon: { display: 'block', height: 18, color: palette.neutralSecondary },
    compared: { marginTop: 8, overflow: 'auto', ':focus-visible': focus },
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      fontSize: 13,
      lineHeight: 18,
      'th, td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: '4px 8px 4px 0',
        borderBottom: line,
        overflowWrap: 'anywhere',
      },
      th: { fontWeight: 600 },
      'tbody th': { fontWeight: 400 },
    },
  });
});

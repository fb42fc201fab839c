import { createTheme } from '@fluentui/react';
import type { IPalette, ISemanticColors, ITheme } from '@fluentui/react';

/** Fluent 9's design tokens as the platform hands them out (`context.fluentDesignLanguage.tokenTheme`). */
export type DesignTokens = Readonly<Record<string, unknown>>;

/** Fluent 8's palette slot ← Fluent 9's token of the same role. */
const paletteTokens: Partial<Record<keyof IPalette, string>> = {
  white: 'colorNeutralBackground1',
  neutralLighterAlt: 'colorNeutralBackground2',
  neutralLighter: 'colorNeutralBackground1Hover',
  neutralLight: 'colorNeutralStroke2',
  neutralQuaternaryAlt: 'colorNeutralStroke2',
  neutralQuaternary: 'colorNeutralStroke1',
  neutralTertiaryAlt: 'colorNeutralStroke1',
  neutralTertiary: 'colorNeutralForegroundDisabled',
  neutralSecondaryAlt: 'colorNeutralStrokeAccessible',
  neutralSecondary: 'colorNeutralForeground3',
  neutralPrimaryAlt: 'colorNeutralForeground2',
  neutralPrimary: 'colorNeutralForeground1',
  neutralDark: 'colorNeutralForeground1',
  black: 'colorNeutralForeground1',
  themePrimary: 'colorBrandForegroundLink',
  themeDarkAlt: 'colorBrandForegroundLinkHover',
  themeDark: 'colorBrandForegroundLinkHover',
  themeDarker: 'colorBrandForegroundLinkPressed',
};

const semanticTokens: Partial<Record<keyof ISemanticColors, string>> = {
  successIcon: 'colorStatusSuccessForeground1',
  severeWarningIcon: 'colorStatusWarningForeground3',
  errorIcon: 'colorStatusDangerForeground1',
};

/** Themes by the colours they come from; the platform makes its token object anew for every control it draws. */
const known = new Map<string, ITheme>();

/**
 * The Fluent 8 theme that matches the app's look.
 * @param tokens absent in the classic look and in older hosts: Fluent 8's own light colours
 */
export function themeOf(tokens: DesignTokens | undefined, isDark: boolean): ITheme {
  const palette = pick(tokens, paletteTokens);
  const semanticColors = pick(tokens, semanticTokens);
  const key = JSON.stringify([palette, semanticColors, isDark]);
  const theme =
    known.get(key) ??
    createTheme({
      palette,
      semanticColors: { ...semanticColors, bodyBackground: 'transparent' },
      isInverted: isDark && tokens !== undefined,
      // The form's own font. Fluent's stack names a web font that would be fetched from Microsoft's servers.
      defaultFontStyle: { fontFamily: 'inherit' },
    });
  known.set(key, theme);
  return theme;
}

function pick<Slot extends string>(
  tokens: DesignTokens | undefined,
  names: Partial<Record<Slot, string>>,
): Partial<Record<Slot, string>> {
  const colours: Partial<Record<Slot, string>> = {};
  for (const slot of Object.keys(names) as Slot[]) {
    const colour = tokens?.[names[slot] ?? ''];
    if (typeof colour === 'string') {
      colours[slot] = colour;
    }
  }
  return colours;
}

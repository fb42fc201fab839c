import { createTheme, type ITheme } from '@fluentui/react';
import { typographyStyles, webDarkTheme, webLightTheme, type Theme } from '@fluentui/tokens';

export type ThemeName = 'light' | 'dark';

/** The blue ramp of the platform's default theme, from darkest to lightest. */
const brand: ComponentFramework.BrandVariants = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

/** Segoe UI is not on every machine, and no font is fetched: the last names are what Linux has. */
const fontFamilyBase = `${webLightTheme.fontFamilyBase.replace(/, sans-serif$/, '')}, 'Liberation Sans', Arial, sans-serif`;

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};

/** `context.fluentDesignLanguage`: what the platform tells controls of its theme. */
export function fluentDesignLanguage(name: ThemeName): ComponentFramework.FluentDesignState {
  return {
    tokenTheme: themes[name],
    typographyTokens: typographyStyles,
    brand,
    isDarkTheme: name === 'dark',
  };
}

/** Makes the theme's tokens known to style sheets as custom properties: `var(--colorNeutralForeground1)`. */
export function applyTheme(name: ThemeName): void {
  const { style } = document.documentElement;
  for (const [token, value] of Object.entries(themes[name])) {
    style.setProperty(`--${token}`, String(value));
  }
  style.setProperty('color-scheme', name);
}

/** The theme for those widgets of Fluent 8 that the host itself uses (the calendar). */
export function fluent8Theme(name: ThemeName): ITheme {
  const tokens = themes[name];
  return createTheme({
    isInverted: name === 'dark',
    defaultFontStyle: { fontFamily: tokens.fontFamilyBase },
    palette: {
      themePrimary: tokens.colorBrandForeground1,
      themeDarkAlt: tokens.colorBrandBackgroundHover,
      themeDark: tokens.colorBrandForeground2,
      themeDarker: tokens.colorBrandForeground2,
      themeSecondary: tokens.colorBrandForeground1,
      themeTertiary: tokens.colorBrandStroke2,
      themeLight: tokens.colorBrandBackground2Hover,
      themeLighter: tokens.colorBrandBackground2,
      themeLighterAlt: tokens.colorBrandBackground2,
      white: tokens.colorNeutralBackground1,
      black: tokens.colorNeutralForeground1,
      neutralDark: tokens.colorNeutralForeground1,
      neutralPrimary: tokens.colorNeutralForeground1,
      neutralPrimaryAlt: tokens.colorNeutralForeground2,
      neutralSecondary: tokens.colorNeutralForeground2,
      neutralSecondaryAlt: tokens.colorNeutralForeground3,
      neutralTertiary: tokens.colorNeutralForeground3,
      neutralTertiaryAlt: tokens.colorNeutralStroke1,
      neutralQuaternaryAlt: tokens.colorNeutralBackground1Pressed,
      neutralQuaternary: tokens.colorNeutralStroke1,
      neutralLight: tokens.colorNeutralBackground1Hover,
      neutralLighter: tokens.colorNeutralBackground3,
      neutralLighterAlt: tokens.colorNeutralBackground2,
    },
  });
}

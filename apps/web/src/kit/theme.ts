import { theme as antd, type ThemeConfig } from 'antd';

// antd derives hovers and washes from real colours, so the tokens of theme.css are said once more here; a test holds the two together.
export const palette = {
  light: {
    brand: '#1b57b8',
    page: '#f3f5f9',
    surface: '#ffffff',
    line: '#dde3ec',
    lineStrong: '#8793a5',
    ink: '#16202e',
    ink2: '#4c596b',
    ink3: '#5e6a7e',
    green: '#14713c',
    amber: '#8a5200',
    red: '#b8142c',
  },
  dark: {
    brand: '#7db0ff',
    page: '#0e131a',
    surface: '#161d27',
    line: '#2b3747',
    lineStrong: '#6f7f95',
    ink: '#e8edf4',
    ink2: '#b3bfcf',
    ink3: '#93a1b5',
    green: '#6fd397',
    amber: '#f2bd62',
    red: '#ff8f99',
  },
} as const;

/** The antd theme that agrees with theme.css, for a scheme and a density. */
export function antdTheme(dark: boolean, compact: boolean): ThemeConfig {
  const colour = dark ? palette.dark : palette.light;
  return {
    algorithm: [dark ? antd.darkAlgorithm : antd.defaultAlgorithm, ...(compact ? [antd.compactAlgorithm] : [])],
    token: {
      colorPrimary: colour.brand,
      colorLink: colour.brand,
      colorInfo: colour.brand,
      colorSuccess: colour.green,
      colorWarning: colour.amber,
      colorError: colour.red,
      colorTextBase: colour.ink,
      colorText: colour.ink,
      colorTextSecondary: colour.ink2,
      colorTextTertiary: colour.ink3,
      colorTextDescription: colour.ink3,
      colorTextPlaceholder: colour.ink3,
      colorBgBase: colour.surface,
      colorBgLayout: colour.page,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      borderRadius: 8,
      fontSize: 14,
      fontFamily: 'var(--font)',
      ...(dark ? { colorTextLightSolid: '#0b1a33' } : {}),
    },
    components: {
      Table: { headerBg: dark ? '#1b2430' : '#f7f9fc', headerColor: colour.ink2, cellPaddingBlock: 10, cellPaddingBlockSM: 6 },
    },
  };
}

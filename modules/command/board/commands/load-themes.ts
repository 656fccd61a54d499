import type { Connection } from '@gongzhi/platform/database';
import { uuidv7 } from 'uuidv7';
import { type ThemeRow, writeTheme } from '../store/themes.ts';

export type ThemeToLoad = Omit<ThemeRow, 'id' | 'version'>;

/** Writes themes as they are, for the demo: a handful. */
export async function loadThemes(tx: Connection, themes: readonly ThemeToLoad[]): Promise<void> {
  for (const theme of themes) await writeTheme(tx, { ...theme, id: uuidv7(), version: 1 }, null);
}

import type { IconName } from '../../kit/icon.tsx';

/** Something that can be gone to or done from the palette. */
export interface Entry {
  id: string;
  group: 'pages' | 'cases' | 'views' | 'commands';
  icon: IconName;
  label: string;
  /** A second line, and further words by which it is found. */
  hint?: string | undefined;
  /** Its own shortcut, where it has one. */
  keys?: string | undefined;
  run: () => void;
}

/** Keys of the pages, `g` first: the second letter is that of the page's English name. */
export const goKeys: Readonly<Record<string, string>> = {
  '/console': 'g w',
  '/console/desk': 'g h',
  '/console/dispatch': 'g d',
  '/console/cases': 'g c',
  '/console/map': 'g m',
  '/console/figures': 'g f',
  '/console/call-back': 'g b',
  '/console/walls': 'g o',
  '/console/import': 'g i',
};

/** How well an entry answers what was typed: its beginning before its middle, its name before its hint; 0 not at all. */
function fit(entry: Entry, typed: string): number {
  const label = entry.label.toLowerCase();
  if (label.startsWith(typed)) return 4;
  if (label.includes(typed)) return 3;
  if (entry.hint?.toLowerCase().includes(typed)) return 2;
  // Letters in their order, for who types fast: `hd` finds Hotline desk.
  const letters = [...typed].reduce((at, letter) => (at < 0 ? at : label.indexOf(letter, at) + 1 || -1), 0);
  return letters > 0 && typed.length > 1 ? 1 : 0;
}

/** The entries that answer what was typed, the best first; all in their order for nothing. */
export function found(entries: readonly Entry[], text: string): Entry[] {
  const typed = text.trim().toLowerCase();
  if (!typed) return [...entries];
  return entries
    .map((entry) => ({ entry, score: fit(entry, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

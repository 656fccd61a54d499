import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette } from './theme.ts';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const read = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
const light = read(css.slice(0, css.indexOf('[data-scheme="dark"]')));
const dark = { ...light, ...read(css.slice(css.indexOf('[data-scheme="dark"]'))) };

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
/** Contrast by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (scheme, colours) => {
  const words: [string, string][] = [
    ...['ink', 'ink-2', 'ink-3', 'brand', 'red', 'amber', 'green', 'party'].flatMap((word) =>
      ['surface', 'surface-2', 'page'].map((ground) => [word, ground] as [string, string]),
    ),
    ...['blue', 'green', 'amber', 'red', 'violet', 'grey', 'party', 'brand'].map((word) => [word, `${word}-wash`] as [string, string]),
    ['on-brand', 'brand'],
    ['ink', 'surface-3'],
    ['ink-2', 'surface-3'],
    ['ink', 'brand-wash'],
    ['ink-3', 'brand-wash'],
    ['surface', 'ink'],
    ['ink', 'page'],
    ['brand', 'brand-wash'],
    ['brand-strong', 'surface'],
    // Counts and signs stand on marks of the map in the colour of the surface.
    ...['blue', 'green', 'amber', 'red', 'violet', 'grey'].map((mark) => ['surface', mark] as [string, string]),
  ];
  it.each(words)('let %s be read on %s', (word, ground) => expect(contrast(colours[word]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5));

  const marks = ['line-strong', 'focus', ...['blue', 'green', 'amber', 'red', 'violet', 'grey'].map((name) => `fill-${name}`)];
  it.each(marks)('let %s be seen on the surface', (mark) => expect(contrast(colours[mark]!, colours.surface!)).toBeGreaterThanOrEqual(3));

  it('are the same for the component library', () => {
    const said = palette[scheme as 'light' | 'dark'];
    for (const [name, value] of Object.entries(said)) {
      const token = { lineStrong: 'line-strong', ink2: 'ink-2', ink3: 'ink-3' }[name] ?? name;
      expect([token, colours[token]]).toEqual([token, value]);
    }
  });
});

describe('every colour', () => {
  it('that is said in the light is said in the dark too', () => {
    const own = read(css.slice(css.indexOf('[data-scheme="dark"]')));
    expect(Object.keys(light).filter((name) => !(name in own))).toEqual([]);
  });
});

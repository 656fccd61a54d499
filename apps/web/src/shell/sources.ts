import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// For tests about the sources themselves; no page imports it.
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Every source file of the web but its tests, relative to `src`. */
export const sourceFiles = (): string[] =>
  globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file) && file !== 'shell/sources.ts');
/** The text of a file without its comments. */
export const read = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

/** What a file imports when it runs: at once, and only when asked for. Types vanish and do not count. */
export function importsOf(file: string): { static: string[]; lazy: string[] } {
  const text = read(file);
  const local = (name: string) => (name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name);
  return {
    static: [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s+)?'([^']+)'/gm)].map(([, name]) => local(name!)),
    lazy: [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, name]) => local(name!)),
  };
}

/** Everything that is loaded from these files on, following lazy imports too, where `enter` allows. */
export function reached(from: readonly string[], enter: (file: string) => boolean): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !enter(file)) return;
    seen.add(file);
    if (!/\.tsx?$/.test(file)) return;
    const { static: now, lazy } = importsOf(file);
    [...now, ...lazy].forEach(visit);
  };
  from.forEach(visit);
  return seen;
}

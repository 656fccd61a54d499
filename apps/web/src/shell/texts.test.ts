import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../kit/language.ts';
import { read, root, sourceFiles } from './sources.ts';

type Tree = Texts['zh'];
const files = sourceFiles().filter((file) => /(^|-)texts\.ts$/.test(basename(file)));
const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const load = async (file: string): Promise<Texts> => (await import(join(root, file))).default;

/** Namespaces as the areas register them; `kit` and `shell` are there from the start. */
function namespaces(): Map<string, string> {
  const found = new Map([
    ['kit', 'kit/texts.ts'],
    ['shell', 'shell/texts.ts'],
    ['problem', 'shell/problem-texts.ts'],
  ]);
  for (const file of sourceFiles().filter((name) => /^(routes|pages)\./.test(basename(name)))) {
    for (const [, name, path] of read(file).matchAll(/(\w+): \(\) => import\('(\.[^']*texts\.ts)'\)/g))
      found.set(name!, join(dirname(file), path!));
  }
  return found;
}

describe.each(files)('the texts of %s', (file) => {
  it('have the same keys in both languages, and no empty one', async () => {
    const { zh, en } = await load(file);
    expect(flat(en).map(([key]) => key)).toEqual(flat(zh).map(([key]) => key));
    expect([...flat(zh), ...flat(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill the same blanks in both languages', async () => {
    const { zh, en } = await load(file);
    const blanks = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
    const english = new Map(flat(en));
    expect(flat(zh).filter(([key, text]) => String(blanks(text)) !== String(blanks(english.get(key) ?? '')))).toEqual([]);
  });

  it('write blanks in two braces; one brace would be shown as it stands, which only a hint about templates means', async () => {
    const { zh, en } = await load(file);
    const single = [...flat(zh), ...flat(en)].filter(([key, text]) => !key.endsWith('Hint') && /(?<!{){\w+}(?!})/.test(text));
    expect(single).toEqual([]);
  });

  it('are registered under a namespace', () => {
    expect([...namespaces().values()]).toContain(file);
  });
});

it('every key that a page names is there', async () => {
  const known = new Map<string, Set<string>>();
  for (const [name, file] of namespaces()) {
    const keys = flat((await load(file)).zh).map(([key]) => key);
    known.set(name, new Set(keys));
  }
  const missing: string[] = [];
  for (const file of sourceFiles()) {
    const text = read(file);
    const used = [...new Set([...text.matchAll(/\buseTexts\('(\w+)'\)/g)].map(([, name]) => name!))];
    const keys = [...text.matchAll(/\bt\(\s*'([^']+)'/g), ...text.matchAll(/\btitle: '(\w+:[\w.-]+)'/g)].map(([, key]) => key!);
    for (const key of keys) {
      const [space, name] = key.includes(':') ? key.split(':') : [null, key];
      // A file that speaks two namespaces may mean either.
      const spaces = space ? [space] : used;
      if (spaces.length > 0 && !spaces.some((one) => known.get(one!)?.has(name!))) missing.push(`${file}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../web/src/kit/bilingual.ts';
import { html, Markup } from './html.ts';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}

export interface PageParts {
  language: Language;
  title: string;
  /** Elements of the head: description, addresses, cards. */
  head: Markup;
  /** What is read before, or without, the script. */
  body: Markup;
  /** Sources of the web whose scripts and styles this page needs at first. */
  sources: readonly string[];
}

/** The built page of the web, ready to be given a content and the files it needs at once. */
export function documents(dist: string): { plain: Buffer; write(parts: PageParts): string; early(sources: readonly string[]): string } {
  const index = readFileSync(join(dist, 'index.html'), 'utf8');
  const file = join(dist, '.vite/manifest.json');
  const manifest: Record<string, Chunk> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  const named = (part: string) => index.includes(part);

  function needs(sources: readonly string[]): { scripts: string[]; styles: string[] } {
    const [scripts, styles, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const visit = (key: string) => {
      const chunk = manifest[key];
      if (!chunk || seen.has(key)) return;
      seen.add(key);
      chunk.imports?.forEach(visit);
      scripts.add(chunk.file);
      for (const style of chunk.css ?? []) styles.add(style);
    };
    for (const key of [...(entry ? [entry] : []), ...sources]) visit(key);
    return { scripts: [...scripts].filter((one) => !named(one)), styles: [...styles].filter((one) => !named(one)) };
  }
  const entryStyles = [...index.matchAll(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g)];
  const style = (file: string) => readFileSync(join(dist, file), 'utf8').replaceAll('</style', '<\\/style');
  const without = entryStyles.reduce((text, [link]) => text.replace(link, ''), index);
  // What is written is read before the script does anything: its files come after the styles and pictures.
  const patient = without
    .replace('<script type="module"', '<script type="module" fetchpriority="low"')
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"');
  const known = new Map<string, Markup>();
  /** The styles themselves and links by which the browser fetches all scripts at once: nothing is waited for before the first paint. */
  function first(sources: readonly string[], late: boolean): Markup {
    const key = `${late} ${sources.join()}`;
    let found = known.get(key);
    if (!found) {
      const { scripts, styles } = needs(sources);
      const text = [...entryStyles.map(([, file]) => file as string), ...styles].map(style).join('\n');
      const priority = late ? html` fetchpriority="low"` : null;
      found = html`<style>${new Markup(text)}</style>${scripts.map((script) => html`<link rel="modulepreload" crossorigin href="/${script}"${priority}>`)}`;
      known.set(key, found);
    }
    return found;
  }

  return {
    plain: Buffer.from(index),
    early: (sources) => without.replace('</head>', () => `${first(sources, false).text}</head>`),
    write({ language, title, head, body, sources }) {
      return patient
        .replace(/<html lang="[^"]*">/, language === 'zh' ? '<html lang="zh-CN">' : '<html lang="en">')
        .replace(/<meta name="description"[^>]*>/, '')
        .replace(/<title>.*?<\/title>/, () => html`<title>${title}</title>`.text)
        .replace('</head>', () => `${head.text}${first(sources, true).text}</head>`)
        .replace(/<noscript>.*?<\/noscript>/s, '')
        .replace('<div id="root"></div>', () => `<div id="first-view">${body.text}</div><div id="root"></div>`);
    },
  };
}

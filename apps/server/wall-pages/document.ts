import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../web/src/kit/bilingual.ts';
import { html, type Markup } from './html.ts';

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
  const known = new Map<string, Markup>();
  /** Links by which the browser fetches everything at once instead of finding it step by step. */
  function links(sources: readonly string[]): Markup {
    const key = sources.join();
    let found = known.get(key);
    if (!found) {
      const { scripts, styles } = needs(sources);
      found = html`${styles.map((style) => html`<link rel="stylesheet" crossorigin href="/${style}">`)}${scripts.map((script) => html`<link rel="modulepreload" crossorigin href="/${script}">`)}`;
      known.set(key, found);
    }
    return found;
  }

  return {
    plain: Buffer.from(index),
    early: (sources) => index.replace('</head>', `${links(sources).text}</head>`),
    write({ language, title, head, body, sources }) {
      return index
        .replace(/<html lang="[^"]*">/, language === 'zh' ? '<html lang="zh-CN">' : '<html lang="en">')
        .replace(/<meta name="description"[^>]*>/, '')
        .replace(/<title>.*?<\/title>/, () => html`<title>${title}</title>`.text)
        .replace('</head>', () => `${head.text}${links(sources).text}</head>`)
        .replace(/<noscript>.*?<\/noscript>/s, '')
        .replace('<div id="root"></div>', () => `<div id="first-view">${body.text}</div><div id="root"></div>`);
    },
  };
}

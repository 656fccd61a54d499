import { html, json, type Markup } from './html.ts';
import type { Words } from './words.ts';

export interface HeadParts {
  words: Words;
  title: string;
  description: string;
  site: string;
  /** Path and query of the one address under which this content is to be found. */
  canonical: string;
  type: 'website' | 'article';
  /** Path of a picture for cards; the product's mark where there is none. */
  image: string | null;
  /** Path and query of feeds with the same content. */
  feeds: readonly { type: string; title: string; href: string }[];
  /** Not for search engines: a view that holds what other addresses hold. */
  aside?: boolean;
  /** What it is, in the words of schema.org. */
  meaning: Record<string, unknown>;
}

const oneLine = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** What search engines and those who share a link read: description, canonical address, Open Graph card, feeds, JSON-LD. */
export function headOf({ words, title, description, site, canonical, type, image, feeds, aside, meaning }: HeadParts): Markup {
  const about = oneLine(description, 160);
  return html`<meta name="description" content="${about}">
${aside ? html`<meta name="robots" content="noindex, follow">` : null}
<link rel="canonical" href="${site}${canonical}">
${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">`)}
<meta property="og:type" content="${type}">
<meta property="og:site_name" content="${words.language === 'zh' ? '共治' : 'Gongzhi'}">
<meta property="og:title" content="${oneLine(title, 80)}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${site}${canonical}">
<meta property="og:image" content="${site}${image ?? '/icon-512.png'}">
<meta property="og:locale" content="${words.language === 'zh' ? 'zh_CN' : 'en_GB'}">
<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
<script type="application/ld+json">${json({ '@context': 'https://schema.org', ...meaning })}</script>`;
}

import { html } from './html.ts';

/** What search engines may read: the walls and their pictures. Links that open one person's case are secrets. */
export const robots = (site: string): string =>
  [
    'User-agent: *',
    'Allow: /wall',
    'Allow: /api/wall',
    'Allow: /api/files/',
    'Disallow: /api/',
    'Disallow: /console',
    'Disallow: /follow',
    'Disallow: /survey',
    'Disallow: /m/',
    'Disallow: /login',
    `Sitemap: ${site}/sitemap.xml`,
    '',
  ].join('\n');

/** Sitemap 0.9: both walls and the newest cases of each. */
export const sitemap = (site: string, items: readonly { number: string; at: Date }[]): string =>
  html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${site}/wall</loc></url>
<url><loc>${site}/wall?wall=echoes</loc></url>
${items.map(({ number, at }) => html`<url><loc>${site}/wall/${number}</loc><lastmod>${at.toISOString()}</lastmod></url>\n`)}</urlset>`.text.replace(
    /^/,
    '<?xml version="1.0" encoding="utf-8"?>\n',
  );

import type { WallCase } from '@gongzhi/contract/cases';
import { XMLBuilder } from 'fast-xml-parser';

/** A wall as others read it by machine. Addresses are absolute: a feed is read far from this server. */
export interface Feed {
  title: string;
  /** Base of every link, such as https://example.org, without a slash at its end. */
  site: string;
  /** Path and query under which this feed is read. */
  self: string;
  /** Path and query of the same wall for people. */
  page: string;
  items: readonly WallCase[];
}

const builder = new XMLBuilder({
  format: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  processEntities: true,
});
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const changed = (item: WallCase) => item.closedAt ?? item.openedAt;
/** A feed without entries changes with nothing; the beginning of the era keeps its validators still. */
const latest = (items: readonly WallCase[]) => items.map(changed).toSorted().at(-1) ?? '1970-01-01T00:00:00.000Z';
const words = (item: WallCase) => [item.areaName, item.owner, item.body, item.result].filter(Boolean).join('\n');
/** GeoRSS Simple: latitude first. */
const point = (item: WallCase) =>
  item.location ? { 'georss:point': `${item.location.latitude} ${item.location.longitude}` } : ({} as Record<string, never>);

/** Atom, RFC 4287, with GeoRSS points. An entry keeps its id for ever: the number of the case under the product's own name. */
export function atomFeed({ title, site, self, page, items }: Feed): string {
  return (
    head +
    builder.build({
      feed: {
        '@xmlns': 'http://www.w3.org/2005/Atom',
        '@xmlns:georss': 'http://www.georss.org/georss',
        '@xml:lang': 'zh-CN',
        id: `${site}${page}`,
        title,
        updated: latest(items),
        link: [
          { '@rel': 'self', '@type': 'application/atom+xml', '@href': `${site}${self}` },
          { '@rel': 'alternate', '@type': 'text/html', '@href': `${site}${page}` },
        ],
        generator: 'Gongzhi',
        author: { name: title },
        entry: items.map((item) => ({
          id: `urn:gongzhi:case:${item.number}`,
          title: item.title,
          link: { '@rel': 'alternate', '@type': 'text/html', '@href': `${site}/wall/${item.number}` },
          published: item.openedAt,
          updated: changed(item),
          ...(item.category ? { category: { '@term': item.category, '@label': item.categoryName ?? item.category } } : {}),
          summary: { '@type': 'text', '#text': words(item) },
          ...point(item),
        })),
      },
    })
  );
}

/** RSS 2.0 with the address of the feed itself, as its advisory board recommends. */
export function rssFeed({ title, site, self, page, items }: Feed): string {
  return (
    head +
    builder.build({
      rss: {
        '@version': '2.0',
        '@xmlns:atom': 'http://www.w3.org/2005/Atom',
        '@xmlns:georss': 'http://www.georss.org/georss',
        channel: {
          title,
          link: `${site}${page}`,
          description: title,
          language: 'zh-cn',
          lastBuildDate: new Date(latest(items)).toUTCString(),
          'atom:link': { '@rel': 'self', '@type': 'application/rss+xml', '@href': `${site}${self}` },
          item: items.map((item) => ({
            title: item.title,
            link: `${site}/wall/${item.number}`,
            description: words(item),
            ...(item.categoryName ? { category: item.categoryName } : {}),
            guid: { '@isPermaLink': 'false', '#text': `urn:gongzhi:case:${item.number}` },
            pubDate: new Date(changed(item)).toUTCString(),
            ...point(item),
          })),
        },
      },
    })
  );
}

/** GeoJSON, RFC 7946: a case without a place is a feature without geometry. */
export function geojsonFeed({ site, items }: Pick<Feed, 'site' | 'items'>): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: items.map(({ location, photos, ...properties }) => ({
      type: 'Feature',
      id: properties.number,
      geometry: location ? { type: 'Point', coordinates: [location.longitude, location.latitude] } : null,
      properties: {
        ...properties,
        link: `${site}/wall/${properties.number}`,
        photos: photos.map(({ stage, url }) => ({ stage, url: `${site}${url}` })),
      },
    })),
  });
}

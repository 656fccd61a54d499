import { addProtocol, type LayerSpecification, type SourceSpecification } from 'maplibre-gl';
import { token } from './layer.ts';

/** What the operator has put under every map; contract/map-ground.ts. */
type Given =
  | { kind: 'none' }
  | { kind: 'file'; url: string; attribution: string | null }
  | { kind: 'tiles'; urls: string[]; attribution: string | null; maxzoom: number };

/** A base map as it can be drawn; `vectors` are the layers that are in a file of vectors. */
export type Ground =
  | { kind: 'none' }
  | { kind: 'pictures'; sources: { tiles?: string[]; url?: string; maxzoom: number }[]; attribution: string | null }
  | { kind: 'vectors'; url: string; layers: readonly string[]; maxzoom: number; attribution: string | null };

export const noGround: Ground = { kind: 'none' };
let asked: Promise<Ground> | null = null;

/** The base map, asked for once a page. A map without its ground is still a map: where it cannot be had there is none. */
export function askGround(): Promise<Ground> {
  asked ??= fetch('/api/map-ground')
    .then((answer) => (answer.ok ? (answer.json() as Promise<Given>) : { kind: 'none' as const }))
    .then(open)
    .catch(() => {
      asked = null;
      return noGround;
    });
  return asked;
}

async function open(given: Given): Promise<Ground> {
  if (given.kind === 'tiles')
    return {
      kind: 'pictures',
      attribution: given.attribution,
      sources: given.urls.map((url) => ({ tiles: [url], maxzoom: given.maxzoom })),
    };
  if (given.kind !== 'file') return noGround;
  const { PMTiles, Protocol, TileType } = await import('pmtiles');
  const archive = new PMTiles(new URL(given.url, location.origin).href);
  const header = await archive.getHeader();
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const url = `pmtiles://${archive.source.getKey()}`;
  const { attribution } = given;
  if (header.tileType !== TileType.Mvt) return { kind: 'pictures', attribution, sources: [{ url, maxzoom: header.maxZoom }] };
  const about = (await archive.getMetadata()) as { vector_layers?: { id: string }[] };
  return { kind: 'vectors', url, attribution, maxzoom: header.maxZoom, layers: (about.vector_layers ?? []).map(({ id }) => id) };
}

/** How the layers of Protomaps and of OpenMapTiles are drawn: pale, so that our own stand out. From the ground up. */
const drawn: readonly {
  names: readonly string[];
  draw: (id: string) => Omit<LayerSpecification & object, 'id' | 'source' | 'source-layer'>;
}[] = [
  { names: ['earth'], draw: () => ({ type: 'fill', paint: { 'fill-color': token('surface') } }) },
  {
    names: ['landcover', 'landuse', 'park'],
    draw: () => ({
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': token('green-wash'), 'fill-opacity': 0.7 },
    }),
  },
  {
    names: ['water'],
    draw: () => ({ type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': token('blue-wash') } }),
  },
  {
    names: ['waterway', 'physical_line'],
    draw: () => ({
      type: 'line',
      paint: { 'line-color': token('blue-wash'), 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 16, 4] },
    }),
  },
  {
    names: ['building', 'buildings'],
    draw: () => ({ type: 'fill', minzoom: 14, paint: { 'fill-color': token('surface-3'), 'fill-opacity': 0.8 } }),
  },
  {
    names: ['transportation', 'roads'],
    draw: () => ({
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': token('line'), 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 0.5, 14, 2, 18, 12] },
    }),
  },
  {
    names: ['boundary', 'boundaries'],
    draw: () => ({ type: 'line', paint: { 'line-color': token('line-strong'), 'line-width': 0.7, 'line-dasharray': [3, 2] } }),
  },
  {
    names: ['place', 'places', 'transportation_name', 'water_name'],
    draw: () => ({
      type: 'symbol',
      layout: { 'text-field': ['coalesce', ['get', 'name:zh'], ['get', 'name'], ''], 'text-font': ['sans-serif'], 'text-size': 11 },
      paint: { 'text-color': token('ink-3'), 'text-halo-color': token('surface'), 'text-halo-width': 1 },
    }),
  },
];

/** The base map as parts of a style; pictures are dimmed where the page is dark. */
export function groundStyle(ground: Ground): { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] } {
  if (ground.kind === 'none') return { sources: {}, layers: [] };
  if (ground.kind === 'vectors') {
    const layers = drawn.flatMap(({ names, draw }) =>
      names
        .filter((name) => ground.layers.includes(name))
        .map((name) => ({ ...draw(name), id: `ground:${name}`, source: 'ground', 'source-layer': name }) as LayerSpecification),
    );
    return { sources: { ground: { type: 'vector', url: ground.url } }, layers };
  }
  const dark = document.documentElement.dataset.scheme === 'dark';
  const paint = dark
    ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5, 'raster-contrast': 0.1 }
    : { 'raster-saturation': -0.3, 'raster-opacity': 0.85 };
  return {
    sources: Object.fromEntries(
      ground.sources.map((source, at) => [`ground-${at}`, { type: 'raster', tileSize: 256, ...source } as SourceSpecification]),
    ),
    layers: ground.sources.map((_, at) => ({ id: `ground:${at}`, type: 'raster', source: `ground-${at}`, paint }) as LayerSpecification),
  };
}

import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { type Ground, groundStyle, noGround } from './ground.ts';
import { colourOf, type MapLayer, token } from './layer.ts';

/** Layers out of the same tiles share their source, so that a tile is fetched once. */
const sourceOf = ({ id, tiles }: MapLayer): string => (tiles ? `tiles ${tiles.minzoom ?? 0} ${tiles.maxzoom ?? 16} ${tiles.address}` : id);

const source = (layer: MapLayer): SourceSpecification =>
  layer.tiles
    ? {
        type: 'vector',
        tiles: [new URL(layer.tiles.address, location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}')],
        minzoom: layer.tiles.minzoom ?? 0,
        maxzoom: layer.tiles.maxzoom ?? 16,
      }
    : {
        type: 'geojson',
        data: layer.data ?? { type: 'FeatureCollection', features: [] },
        ...(layer.kind === 'cluster' ? { cluster: true, clusterRadius: 46, clusterMaxZoom: 15 } : {}),
      };

function paints(layer: MapLayer): LayerSpecification[] {
  const colour = colourOf(layer.colour, layer.labelInside || layer.kind === 'mixed');
  const shared = {
    source: sourceOf(layer),
    ...(layer.tiles ? { 'source-layer': layer.tiles.layer } : {}),
    ...(layer.minzoom === undefined ? {} : { minzoom: layer.minzoom }),
    ...(layer.maxzoom === undefined ? {} : { maxzoom: layer.maxzoom }),
  };
  const filter = layer.filter ? { filter: layer.filter } : {};
  const chosen = layer.selected ? ['==', ['get', layer.selected.property], layer.selected.value] : ['literal', false];
  const words = (size: number, offset = 0): LayerSpecification[] =>
    layer.label
      ? [
          {
            ...shared,
            ...filter,
            id: `${layer.id}:label`,
            type: 'symbol',
            layout: {
              'text-field': ['to-string', ['get', layer.label]],
              'text-font': ['sans-serif'],
              'text-size': size,
              'text-offset': [0, offset],
              'text-padding': 4,
              // A count belongs to its mark: it gives way to nothing and keeps nothing away.
              ...(layer.labelInside ? { 'text-allow-overlap': true, 'text-ignore-placement': true } : {}),
            },
            paint: layer.labelInside
              ? { 'text-color': token('surface') }
              : { 'text-color': token('ink'), 'text-halo-color': token('surface'), 'text-halo-width': 1.5 },
          },
        ]
      : [];
  if (layer.kind === 'area') {
    const strong = typeof layer.colour === 'object' && 'from' in layer.colour ? 0.75 : 0.14;
    return [
      {
        ...shared,
        ...filter,
        id: layer.id,
        type: 'fill',
        paint: { 'fill-color': colour as string, 'fill-opacity': ['case', chosen as never, Math.min(0.9, strong + 0.2), strong] },
      },
      {
        ...shared,
        ...filter,
        id: `${layer.id}:line`,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ['case', chosen as never, token('brand'), token('line-strong')],
          'line-width': ['case', chosen as never, 3, 1],
        },
      },
      ...words(13),
    ];
  }
  if (layer.kind === 'line')
    return [
      {
        ...shared,
        ...filter,
        id: layer.id,
        type: 'line',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': colour as string, 'line-width': 3 },
      },
    ];
  if (layer.kind === 'mixed') {
    const only = (shape: string) => ({
      filter: ['all', ['==', ['geometry-type'], shape], ...(layer.filter ? [layer.filter] : [])] as never,
    });
    return [
      {
        ...shared,
        ...only('Polygon'),
        id: `${layer.id}:fill`,
        type: 'fill',
        paint: { 'fill-color': colour as string, 'fill-opacity': 0.25 },
      },
      {
        ...shared,
        id: `${layer.id}:line`,
        type: 'line',
        filter: ['!=', ['geometry-type'], 'Point'],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': colour as string, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 16, 4] },
      },
      {
        ...shared,
        ...only('Point'),
        id: layer.id,
        type: 'circle',
        paint: {
          'circle-color': colour as string,
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 14, 10],
          'circle-stroke-color': token('surface'),
          'circle-stroke-width': 1.5,
        },
      },
      {
        ...shared,
        ...only('Point'),
        id: `${layer.id}:sign`,
        type: 'symbol',
        minzoom: Math.max(13, layer.minzoom ?? 0),
        layout: { 'text-field': layer.sign ?? '', 'text-font': ['sans-serif'], 'text-size': 12, 'text-allow-overlap': true },
        paint: { 'text-color': token('surface') },
      },
    ];
  }
  if (layer.kind === 'heat') {
    const ramp = [
      'interpolate',
      ['linear'],
      ['heatmap-density'],
      0,
      `${token('fill-blue')}00`,
      0.25,
      token('fill-blue'),
      0.65,
      token('fill-amber'),
      1,
      token('fill-red'),
    ];
    return [
      {
        ...shared,
        ...filter,
        id: layer.id,
        type: 'heatmap',
        paint: {
          'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 8, 8, 11, 26, 13, 44, 18, 44],
          'heatmap-opacity': 0.75,
          'heatmap-color': ramp as never,
          ...(layer.weight ? { 'heatmap-weight': ['interpolate', ['linear'], ['sqrt', ['get', layer.weight]], 0, 0, 6, 1] as never } : {}),
        },
      },
    ];
  }
  const size = layer.size ?? 6;
  const radius =
    typeof size === 'number'
      ? size
      : ['interpolate', ['linear'], ['sqrt', ['to-number', ['get', size.property]]], 0, 6, Math.sqrt(size.most), 30];
  const single = layer.kind === 'cluster' ? { filter: ['!', ['has', 'point_count']] as never } : filter;
  const points: LayerSpecification[] = [
    {
      ...shared,
      ...single,
      id: layer.id,
      type: 'circle',
      paint: {
        'circle-color': colour as string,
        'circle-radius': ['case', chosen as never, 10, radius] as never,
        'circle-stroke-color': ['case', chosen as never, token('ink'), token('surface')],
        'circle-stroke-width': ['case', chosen as never, 3, 1.5],
        'circle-opacity': typeof size === 'number' || layer.labelInside ? 0.95 : 0.75,
      },
    },
  ];
  if (layer.kind === 'point') return [...points, ...words(12, layer.labelInside ? 0 : 1.2)];
  return [
    ...points,
    {
      ...shared,
      id: `${layer.id}:cluster`,
      type: 'circle',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': token('brand'),
        'circle-opacity': 0.88,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1, 13, 40, 32],
        'circle-stroke-color': token('surface'),
        'circle-stroke-width': 2,
      },
    },
    {
      ...shared,
      id: `${layer.id}:count`,
      type: 'symbol',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': ['sans-serif'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': token('on-brand') },
    },
  ];
}

/**
 * The whole style: the ground, plain unless the operator has put a base map there, and our own layers. No glyphs and no sprite from elsewhere:
 * letters are drawn by the browser from its own fonts, so without a provider's base map nothing is asked of any other host.
 */
export function styleOf(layers: readonly MapLayer[], ground: Ground = noGround): StyleSpecification {
  const below = groundStyle(ground);
  return {
    version: 8,
    sources: { ...below.sources, ...Object.fromEntries(layers.map((layer) => [sourceOf(layer), source(layer)])) },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': token('surface-2') } },
      ...below.layers,
      ...layers.flatMap(paints),
    ],
  };
}

import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { Tone } from '../state-tag.tsx';

type Position = { longitude: number; latitude: number };

/** A colour: a tone of the product, by a property whose values are tones, or by steps of a number. */
export type MapColour =
  | Tone
  | { property: string; tones: Readonly<Record<string, Tone>>; otherwise?: Tone }
  /** From pale to strong between the two numbers; nothing where the property is missing. */
  | { property: string; from: number; to: number; tone?: Tone };

export interface MapFeature {
  layer: string;
  properties: Record<string, unknown>;
  at: Position;
}

export interface MapLayer {
  id: string;
  /** How it is drawn: areas filled with an outline, lines, points, points gathered into clusters, heat, or each feature by its own shape. */
  kind: 'area' | 'line' | 'point' | 'cluster' | 'heat' | 'mixed';
  /** Drawn from GeoJSON … */
  data?: GeoJSON.FeatureCollection;
  /** … or from vector tiles of our own server: `/api/tiles/cases/{z}/{x}/{y}` and the layer in them. */
  tiles?: { address: string; layer: string; minzoom?: number; maxzoom?: number };
  colour?: MapColour;
  /** Property whose text is written on the feature. */
  label?: string;
  /** A sign that stands on every point of a mixed layer. */
  sign?: string;
  /** Property by which heat is weighed. */
  weight?: string;
  /** Counts are written into their marks, other words beside them. */
  labelInside?: boolean;
  /** Radius of a point in pixels, or a property that counts. */
  size?: number | { property: string; most: number };
  /** Features drawn with a thick outline: those whose property has this value. */
  selected?: { property: string; value: string | number } | undefined;
  filter?: FilterSpecification;
  minzoom?: number;
  maxzoom?: number;
  onOpen?: (feature: MapFeature) => void;
  /** Words shown beside the pointer. */
  tip?: (properties: Record<string, unknown>) => string;
}

/** Reads a colour of theme.css as the page shows it now. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const named: Record<Tone, string> = {
  new: 'violet',
  turn: 'amber',
  busy: 'blue',
  wait: 'grey',
  good: 'green',
  stop: 'grey',
  warn: 'amber',
  late: 'red',
};
/** The colour of a tone as a fill, or, where words stand on it, the stronger one that lets them be read. */
export const toneColour = (tone: Tone, strong = false): string => token(strong ? named[tone] : `fill-${named[tone]}`);

/** A colour as MapLibre takes it. */
export function colourOf(colour: MapColour | undefined, strong = false): string | ExpressionSpecification {
  if (colour === undefined) return toneColour('busy', strong);
  if (typeof colour === 'string') return toneColour(colour, strong);
  if ('tones' in colour) {
    const pairs = Object.entries(colour.tones).flatMap(([value, tone]) => [value, toneColour(tone, strong)]);
    return [
      'match',
      ['to-string', ['get', colour.property]],
      ...pairs,
      toneColour(colour.otherwise ?? 'wait', strong),
    ] as unknown as ExpressionSpecification;
  }
  const most = toneColour(colour.tone ?? 'busy');
  const steps = ['interpolate', ['linear'], ['to-number', ['get', colour.property]], colour.from, token('surface-3'), colour.to, most];
  return ['case', ['==', ['get', colour.property], null], token('surface-2'), steps] as unknown as ExpressionSpecification;
}

/** The box around the features, [west, south, east, north]; null for none. */
export function boundsOf(collections: readonly GeoJSON.FeatureCollection[]): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null;
  const take = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number' && typeof part[1] === 'number') {
      const [x, y] = part as [number, number];
      box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
    } else part.forEach(take);
  };
  for (const { features } of collections)
    for (const { geometry } of features) if (geometry && 'coordinates' in geometry) take(geometry.coordinates);
  return box;
}

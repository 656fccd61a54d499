import { contained, cosine, type Profile } from './profile.ts';

/** How two reports compare, each from 0 to 1. The order is that of the weights. */
export interface Comparison {
  wording: number;
  title: number;
  matter: number;
  titleMatter: number;
  contained: number;
  /** Share of named places in common, of the one that names fewer. */
  places: number;
  /** High only where the place and the matter agree both: neither alone makes one matter. */
  placeAndMatter: number;
  /** 1 where what the matter is has next to nothing in common, whatever the place. */
  otherMatter: number;
  /** 1 where the titles name places and none is the same; one half where only the texts do. */
  otherPlaces: number;
  /** 1 where they name different districts. */
  otherDistrict: number;
  /** 1 on the spot, falling with the distance; 0 where it is not known. */
  near: number;
  /** 1 where the places are known and far apart. */
  far: number;
  /** 1 at the same time, one half after about a month. */
  time: number;
  sameCategory: number;
  otherCategory: number;
}
export const comparisonParts = [
  'wording',
  'title',
  'matter',
  'titleMatter',
  'contained',
  'places',
  'placeAndMatter',
  'otherMatter',
  'otherPlaces',
  'otherDistrict',
  'near',
  'far',
  'time',
  'sameCategory',
  'otherCategory',
] as const satisfies readonly (keyof Comparison)[];

const month = 30 * 86_400_000;

export function compare(a: Profile, b: Profile): Comparison {
  const common = shared(a.places, b.places);
  const fewer = Math.min(a.places.size, b.places.size);
  const metres = metresBetween(a.report, b.report);
  const known = Boolean(a.report.category && b.report.category);
  const same = known && a.report.category === b.report.category;
  const places = fewer === 0 ? 0 : common / fewer;
  const near = metres === null ? 0 : Math.exp(-metres / 150);
  const matter = cosine(a.matter, b.matter);
  const titleMatter = cosine(a.titleMatter, b.titleMatter);
  const titled = a.titlePlaces.size > 0 && b.titlePlaces.size > 0;
  return {
    wording: cosine(a.whole, b.whole),
    title: cosine(a.title, b.title),
    matter,
    titleMatter,
    contained: contained(a.whole, b.whole),
    places,
    placeAndMatter: Math.sqrt(Math.max(places, near) * Math.min(1, 2 * Math.max(matter, titleMatter))),
    otherMatter: Math.max(0, 1 - 5 * Math.max(matter, titleMatter)),
    otherPlaces: titled ? (shared(a.titlePlaces, b.titlePlaces) === 0 ? 1 : 0) : fewer > 0 && common === 0 ? 0.5 : 0,
    otherDistrict: a.districts.size > 0 && b.districts.size > 0 && shared(a.districts, b.districts) === 0 ? 1 : 0,
    near,
    far: metres !== null && metres > 500 ? 1 : 0,
    time: a.report.at && b.report.at ? 1 / (1 + Math.abs(a.report.at.getTime() - b.report.at.getTime()) / month) : 0.5,
    sameCategory: same ? 1 : 0,
    otherCategory: known && !same ? 1 : 0,
  };
}

/** Names in common; a name that ends or begins with the other counts, since 丽发新城 and 丽发新城小区 are one place. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const name of a) {
    if (b.has(name)) count += 1;
    else if (name.length >= 3)
      for (const other of b)
        if (other.length >= 3 && (other.startsWith(name) || name.startsWith(other) || other.endsWith(name) || name.endsWith(other))) {
          count += 1;
          break;
        }
  }
  return Math.min(count, a.size, b.size);
}

type Placed = { longitude?: number | null; latitude?: number | null };

function metresBetween(a: Placed, b: Placed): number | null {
  if (a.longitude == null || a.latitude == null || b.longitude == null || b.latitude == null) return null;
  const up = (a.latitude - b.latitude) * 111_195;
  const aside = (a.longitude - b.longitude) * 111_195 * Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return Math.hypot(up, aside);
}

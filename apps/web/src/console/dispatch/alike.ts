import type { MatterSummary } from '@gongzhi/contract/matters';

type Row = Pick<MatterSummary, 'number' | 'areaCode' | 'category' | 'location' | 'title'>;
/** Cases this near to each other are at one place: a crossing, a gate, a building. */
const nearMetres = 150;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** Metres between two points, on a plane: right to a metre within a district. */
function metresBetween(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const x = radians(b.longitude - a.longitude) * Math.cos(radians((a.latitude + b.latitude) / 2));
  return Math.hypot(x, radians(b.latitude - a.latitude)) * 6_371_000;
}

/** The cases at the place of one: near it, or, where either has no point, in the same grid. The one itself is among them. */
export function samePlace(rows: readonly Row[], one: Row): string[] {
  return rows
    .filter((row) =>
      row.location && one.location ? metresBetween(row.location, one.location) <= nearMetres : row.areaCode === one.areaCode,
    )
    .map(({ number }) => number);
}

/** The cases about the same thing as one, by the category that each has or would get. None without a category. */
export function sameTopic(rows: readonly Row[], one: Row, topicOf: (row: Row) => string | null): string[] {
  const topic = topicOf(one);
  return topic === null ? [] : rows.filter((row) => topicOf(row) === topic).map(({ number }) => number);
}

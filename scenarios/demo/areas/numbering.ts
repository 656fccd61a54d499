import type { Point } from '../map/mesh.ts';

/** Sorts pieces as areas are numbered: rows from north to south, in a row from west to east. `spacing` is the usual distance of neighbours. */
export function inReadingOrder<T>(items: readonly T[], middle: (item: T) => Point, spacing: number): T[] {
  const north = Math.max(...items.map((item) => middle(item)[1]));
  const row = (item: T) => Math.floor((north - middle(item)[1]) / spacing + 0.5);
  return items.toSorted((a, b) => row(a) - row(b) || middle(a)[0] - middle(b)[0]);
}

/** Three digits, as area codes have them at every level below the district. */
export function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}

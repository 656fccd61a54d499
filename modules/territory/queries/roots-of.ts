import type { AreaDirectory } from '../territory.ts';

/** Codes of the areas that have none above them. */
export function rootsOf(directory: AreaDirectory): string[] {
  const roots: string[] = [];
  for (const area of directory.all()) if (area.parent === null) roots.push(area.code);
  return roots;
}

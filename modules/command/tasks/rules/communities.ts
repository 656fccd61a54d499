import type { AreaDirectory } from '@gongzhi/territory';

/** The communities under areas of any level, each once, in the order of codes. */
export function communitiesUnder(directory: AreaDirectory, areas: readonly string[]): string[] {
  return [...directory.all()]
    .filter((area) => area.level === 'community' && areas.some((code) => area.code.startsWith(code)))
    .map((area) => area.code);
}

/** The grids of communities, by community; communities without grids are absent. */
export function gridsOf(directory: AreaDirectory, communities: readonly string[]): Map<string, string[]> {
  const grids = new Map<string, string[]>();
  const wanted = new Set(communities);
  for (const area of directory.all()) {
    const community = area.code.slice(0, 12);
    if (area.level !== 'grid' || !wanted.has(community)) continue;
    grids.set(community, [...(grids.get(community) ?? []), area.code]);
  }
  return grids;
}

import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import type { Ground } from '../context.ts';
import type { AreaDirectory, AreaName } from '../territory.ts';

type Found = AnswerOf<typeof territory.searchAddress>['items'];
const most = 20;

/**
 * Areas whose name has all the words, then, for staff, addresses that were used: where people reported from is not for the public.
 * Words are separated by spaces; each may stand in the name of an area above.
 */
export async function searchAddress(
  ground: Ground,
  query: QueryOf<typeof territory.searchAddress>,
  staff: boolean,
): Promise<{ items: Found }> {
  const areas = findAreas(await ground.directory.get(), query.text, query.under);
  const used = staff ? await ground.addresses(query.text, query.under) : [];
  return { items: [...areas, ...used.map((address) => ({ ...address, source: 'address' as const }))].slice(0, most * 2) };
}

function findAreas(directory: AreaDirectory, text: string, under = ''): Found {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const found: { area: AreaName; label: string; rank: number }[] = [];
  for (const area of directory.all()) {
    if (!area.code.startsWith(under) || !words.some((word) => area.name.includes(word))) continue;
    const label = [...directory.ancestors(area.code).map((above) => above.name), area.name].join(' ');
    if (!words.every((word) => label.includes(word))) continue;
    found.push({ area, label, rank: area.name === text ? 0 : area.name.startsWith(words.at(-1)!) ? 1 : 2 });
  }
  // The sort is stable, so areas of one rank stay in the order of codes.
  found.sort((a, b) => a.rank - b.rank || a.area.code.length - b.area.code.length);
  return found.slice(0, most).map(({ area, label }) => ({
    label,
    areaCode: area.code,
    longitude: area.center?.[0] ?? null,
    latitude: area.center?.[1] ?? null,
    source: 'area',
  }));
}

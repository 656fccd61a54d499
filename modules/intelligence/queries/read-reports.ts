import type { MatterSummary } from '@gongzhi/contract/matters';
import type { Core } from '../intelligence.ts';
import type { Report } from '../rules/duplicates/report.ts';

/** Cases as reports to be compared; their id is the number. */
export async function reportsOf(core: Pick<Core, 'matters'>, rows: readonly MatterSummary[]): Promise<Report[]> {
  const texts = await core.matters.texts(rows.map(({ number }) => number));
  return rows.map((row) => ({
    id: row.number,
    title: row.title,
    text: texts.get(row.number)?.body ?? '',
    category: row.category,
    place: row.address,
    longitude: row.location?.longitude ?? null,
    latitude: row.location?.latitude ?? null,
    at: new Date(row.openedAt),
  }));
}

import { system } from '@gongzhi/contract/actor';
import type { ReportFigures } from '@gongzhi/contract/reports';
import type { CommandCore } from '../../command.ts';
import { addDays, lastDayOf } from '../../patrol/rules/due-days.ts';
import { selectSums } from '../../patrol/store/coverage.ts';

const longest = 10;

/** The figures of a month for an area, from the same roll-ups as every other figure; the caller has decided that the actor may read them. */
export async function gatherFigures(core: CommandCore, areaCode: string, month: string): Promise<ReportFigures> {
  const now = core.now();
  const span = (first: string) => ({ from: first, to: lastDayOf({ frequency: 'monthly' }, first) });
  const first = `${month}-01`;
  const period = span(first);
  const monthBefore = span(`${addDays(first, -1).slice(0, 7)}-01`);
  const yearBefore = span(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}-01`);
  const asked = { area: areaCode };
  const end = new Date(Math.min(now.getTime(), new Date(`${addDays(period.to, 1)}T00:00:00+08:00`).getTime()));
  const [areas, days, categories, last, year, patrols, standing] = await Promise.all([
    core.cases.rates(system, { ...period, ...asked, by: 'area' }),
    core.cases.rates(system, { ...period, ...asked, by: 'day' }),
    core.cases.rates(system, { ...period, ...asked, by: 'category' }),
    core.cases.rates(system, { ...monthBefore, ...asked, by: 'month' }),
    core.cases.rates(system, { ...yearBefore, ...asked, by: 'month' }),
    selectSums(core.database, { length: areaCode.length }, [areaCode], period.from, period.to),
    core.matters.standingMatters({ what: 'overdue' }, { kind: 'case', areas: [areaCode] }, end, null, 2 * longest),
  ]);
  const overdue = await core.matters.summaries(standing.map((row) => row.id));
  const { total } = areas;
  const reported = Math.max(1, total.volume.reported);
  const patrol = patrols[0];
  return {
    at: now.toISOString(),
    total: {
      reported: total.volume.reported,
      closed: total.volume.closed,
      open: total.volume.open,
      openOverdue: total.volume.openOverdue,
      onTime: total.rates.onTime.value,
      response: total.rates.response.value,
      resolution: total.rates.resolution.value,
      satisfaction: total.rates.satisfaction.value,
    },
    before: { month: { reported: last.total.volume.reported }, year: { reported: year.total.volume.reported } },
    days: days.rows.map((row) => ({ day: row.key, reported: row.volume.reported, closed: row.volume.closed })),
    areas: areas.rows.map((row) => ({
      code: row.key,
      name: row.name,
      reported: row.volume.reported,
      closed: row.volume.closed,
      openOverdue: row.volume.openOverdue,
      onTime: row.rates.onTime.value,
      satisfaction: row.rates.satisfaction.value,
    })),
    categories: categories.rows
      .filter((row) => row.volume.reported > 0)
      .toSorted((a, b) => b.volume.reported - a.volume.reported)
      .slice(0, longest)
      .map((row) => ({ code: row.key, name: row.name, reported: row.volume.reported, share: row.volume.reported / reported })),
    patrol: {
      planned: patrol?.planned ?? 0,
      missed: patrol?.missed ?? 0,
      findings: patrol?.findings ?? 0,
      solved: patrol?.solved ?? 0,
      cases: patrol?.cases ?? 0,
      visits: patrol?.visits ?? 0,
    },
    // A confidential case is nobody's example.
    cases: overdue
      .filter((one) => !one.confidential)
      .slice(0, longest)
      .map((one) => ({
        number: one.number,
        title: one.title,
        areaName: one.areaName,
        openedAt: one.openedAt,
        unit: one.lead?.name ?? null,
      })),
  };
}

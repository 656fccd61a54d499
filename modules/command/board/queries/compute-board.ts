import type { Alert, BoardNow, HotSpot, Theme } from '@gongzhi/contract/board';
import type { CategoryDirectory } from '@gongzhi/organisations';
import { type Cached, cached } from '@gongzhi/platform/database';
import type { AreaDirectory } from '@gongzhi/territory';
import type { CommandCore } from '../../command.ts';
import { addDays, dayOf } from '../../patrol/rules/due-days.ts';
import { selectSums } from '../../patrol/store/coverage.ts';
import { type AlertRow, selectAlerts } from '../store/alerts.ts';
import { type HotSpotRow, selectHotSpots } from '../store/hot-spots.ts';
import { type HourRow, selectEvents, selectHours } from '../store/read-board.ts';
import { selectThemeOf, type ThemeRow } from '../store/themes.ts';
import { below } from './board-areas.ts';

/** What stands open and past due by the smallest area, asked once for every board of this process. */
export interface Standing {
  open: ReadonlyMap<string, number>;
  overdue: ReadonlyMap<string, number>;
}

export const boardKind = 'case';
const hour = 3_600_000;
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

export function standingNow(core: CommandCore): Cached<Standing> {
  return cached(async () => {
    const moments = [core.now()];
    const filter = { kind: boardKind, areas: [''] };
    const key = { by: 'area' as const, length: 24 };
    const [open, overdue] = await Promise.all([
      core.matters.standing({ what: 'open' }, filter, key, moments),
      core.matters.standing({ what: 'overdue' }, filter, key, moments),
    ]);
    const byArea = (rows: typeof open) => {
      const found = new Map<string, number>();
      for (const row of rows) if (row.from < row.to) found.set(row.key, (found.get(row.key) ?? 0) + row.count);
      return found;
    };
    return { open: byArea(open), overdue: byArea(overdue) };
  }, 5);
}

const under = (area: string, counts: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [code, count] of counts) if (code.startsWith(area)) sum += count;
  return sum;
};

/**
 * The board of one area. Today is held against the same weekday of the four weeks before, up to the same hour: the whole of a Monday is no
 * measure for its morning. Everything but what stands open is read from sums whose number does not grow with the ledger.
 */
export async function computeBoard(core: CommandCore, standing: Cached<Standing>, area: string): Promise<BoardNow> {
  const now = core.now();
  const today = dayOf(now);
  const thisHour = Math.floor((now.getTime() - startOf(today).getTime()) / hour);
  const before = [7, 14, 21, 28].map((days) => addDays(today, -days));
  const [directory, categories] = await Promise.all([core.territory.directory(), core.organisations.categories()]);
  const children = below(area, directory);
  const [hours, stands, spots, alerts, theme, latest, patrols] = await Promise.all([
    selectHours(core.database, boardKind, [area, ...children.map((child) => child.code)], [today, ...before]),
    standing.get(),
    selectHotSpots(core.database, area),
    selectAlerts(core.database, area, new Date(now.getTime() - 24 * hour)),
    selectThemeOf(core.database, area, today.slice(0, 7)),
    selectEvents(
      core.database,
      {
        kind: boardKind,
        ended: false,
        areas: [area],
        categories: null,
        from: new Date(now.getTime() - 48 * hour),
        to: new Date(now.getTime() + hour),
      },
      null,
      12,
    ),
    selectSums(core.database, 'day', [area], today, today),
  ]);
  const summaries = await core.matters.summaries(latest.map((row) => row.matterId));
  const own = hours.filter((row) => row.areaCode === area);
  const sum = (rows: readonly HourRow[], what: 'reported' | 'ended' | 'late') => rows.reduce((total, row) => total + row[what], 0);
  const ofDay = (rows: readonly HourRow[], day: string) => rows.filter((row) => row.day === day);
  const soFar = (rows: readonly HourRow[]) => rows.filter((row) => row.day !== today && row.hour <= thisHour);
  // A district that began last week has no usual yet; three of four days say little, none says nothing.
  const weeks = before.filter((day) => ofDay(own, day).length > 0).length;
  const usual = (rows: readonly HourRow[], what: 'reported' | 'ended' | 'late') =>
    weeks === 0 ? null : Math.round((10 * sum(soFar(rows), what)) / weeks) / 10;
  const figure = (what: 'reported' | 'ended' | 'late') => ({ now: sum(ofDay(own, today), what), usual: usual(own, what) });
  return {
    at: now.toISOString(),
    area: { code: area, name: directory.name(area) },
    figures: {
      reported: figure('reported'),
      ended: figure('ended'),
      late: figure('late'),
      open: under(area, stands.open),
      overdue: under(area, stands.overdue),
    },
    patrol: { visited: patrols[0]?.visited ?? 0, findings: patrols[0]?.findings ?? 0, visits: patrols[0]?.visits ?? 0 },
    hours: Array.from({ length: 24 }, (_, at) => ({
      hour: at,
      now: sum(
        ofDay(own, today).filter((row) => row.hour === at),
        'reported',
      ),
      usual:
        weeks === 0
          ? 0
          : Math.round(
              (10 *
                sum(
                  own.filter((row) => row.day !== today && row.hour === at),
                  'reported',
                )) /
                weeks,
            ) / 10,
    })),
    areas: children.map((child) => {
      const rows = hours.filter((row) => row.areaCode === child.code);
      return {
        code: child.code,
        name: child.name,
        center: child.center ? [child.center[0], child.center[1]] : null,
        reported: sum(ofDay(rows, today), 'reported'),
        usual: usual(rows, 'reported') ?? 0,
        open: under(child.code, stands.open),
        overdue: under(child.code, stands.overdue),
      };
    }),
    hotSpots: spots.map((spot) => presentHotSpot(spot, directory, categories)),
    alerts: alerts.map((alert) => presentAlert(alert, directory)),
    theme: theme ? presentTheme(theme, directory, categories) : null,
    latest: summaries
      .filter((one) => !one.confidential)
      .map((one) => ({ number: one.number, title: one.title, at: one.openedAt, areaName: one.areaName, state: one.state })),
  };
}

export function presentHotSpot(row: HotSpotRow, directory: AreaDirectory, categories: CategoryDirectory): HotSpot {
  const center = directory.get(row.areas[0] ?? '')?.center;
  return {
    ...row,
    topicName: row.topic ? categories.name(row.topic) : '全部类别',
    areas: row.areas.map((code) => ({ code, name: directory.name(code) })),
    expected: Math.round(row.expected * 10) / 10,
    center: center ? [center[0], center[1]] : null,
  };
}
export const presentAlert = ({ threshold: _, ...row }: AlertRow, directory: AreaDirectory): Alert => ({
  ...row,
  figure: row.figure as Alert['figure'],
  areaName: directory.name(row.areaCode),
  raisedAt: row.raisedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
});
export const presentTheme = (row: ThemeRow, directory: AreaDirectory, categories: CategoryDirectory): Theme => ({
  ...row,
  areaName: directory.name(row.areaCode),
  categoryName: categories.name(row.category),
});

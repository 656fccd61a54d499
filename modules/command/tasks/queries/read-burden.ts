import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { tasks } from '@gongzhi/contract/tasks';
import { dayOf } from '@gongzhi/territory';
import { communitiesUnder } from '../rules/communities.ts';
import { readPlace, writePlace } from '../rules/page-place.ts';
import { type BurdenRow, selectBurden, selectBurdenRows, selectByDepartment } from '../store/burden.ts';
import type { TasksCore } from '../tasks.ts';

const length = 12;

/** The months that end with one, oldest first. */
export function monthsUpTo(month: string, count = length): string[] {
  const [year, index] = month.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, index - 1 - (count - 1 - i), 1)).toISOString().slice(0, 7));
}

/** Of what was asked for, what lies under the areas where the actor may read the burden; all of them where nothing was asked. */
function reached(actor: Actor, area: string | undefined): string[] {
  const areas = areasFor(actor, 'burden.read');
  if (area === undefined) return areas;
  return outermost([...areas.filter((code) => code.startsWith(area)), ...areas.filter((code) => area.startsWith(code)).map(() => area)]);
}

const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10;
const none = { tasks: 0, forms: 0, evaluations: 0, minutes: 0, refused: 0, filled: 0 };

/** What each community in view carries in a month, with the eleven months before it, and who places it. */
export async function readBurden(
  core: TasksCore,
  actor: Actor,
  query: QueryOf<typeof tasks.burden>,
): Promise<AnswerOf<typeof tasks.burden>> {
  const month = query.month ?? dayOf(core.now()).slice(0, 7);
  const months = monthsUpTo(month);
  const areas = reached(actor, query.area);
  const [rows, departments, directory, units] = await Promise.all([
    selectBurden(core.database, `${months[0]}-01`, `${month}-01`, areas),
    selectByDepartment(core.database, `${month}-01`, areas),
    core.territory.directory(),
    core.organisations.directory(),
  ]);
  const byPlace = new Map(rows.map((row) => [`${row.areaCode} ${row.month}`, row]));
  const sums = new Map<string, BurdenRow>();
  for (const row of rows) {
    const sum = sums.get(row.month) ?? { ...none, month: row.month, areaCode: '' };
    for (const key of ['tasks', 'forms', 'evaluations', 'minutes'] as const) sum[key] += row[key];
    sums.set(row.month, sum);
  }
  return {
    month,
    months,
    items: communitiesUnder(directory, areas).map((code) => {
      const { minutes, tasks, forms, evaluations, refused, filled } = byPlace.get(`${code} ${month}`) ?? none;
      return {
        ...{ areaCode: code, areaName: directory.name(code), tasks, forms, evaluations, hours: hoursOf(minutes), refused, filled },
        trend: months.map((one) => byPlace.get(`${code} ${one}`)?.tasks ?? 0),
      };
    }),
    trend: months.map((one) => {
      const { tasks, forms, evaluations, minutes } = sums.get(one) ?? none;
      return { month: one, tasks, forms, evaluations, hours: hoursOf(minutes) };
    }),
    departments: departments.map((row) => ({ ...row, name: units.name(row.id) })),
  };
}

/** The rows behind one figure. */
export async function listBurdenRows(
  core: TasksCore,
  actor: Actor,
  query: QueryOf<typeof tasks.burdenRows>,
): Promise<AnswerOf<typeof tasks.burdenRows>> {
  const after = query.cursor ? readPlace(query.cursor) : null;
  const rows = await selectBurdenRows(core.database, query.figure, `${query.month}-01`, reached(actor, query.area), after, query.limit + 1);
  const [directory, units] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id, departmentId, answeredAt, ...row }) => ({
      ...{ ...row, department: units.name(departmentId), areaName: directory.name(row.areaCode) },
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    next: last ? writePlace({ rank: 0, day: last.to, id: last.id }) : null,
  };
}

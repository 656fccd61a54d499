import type { TaskField } from '@gongzhi/contract/tasks';
import type { Calendar } from '@gongzhi/platform/working-time';
import type { AreaRow } from '../areas/area-row.ts';
import { DAY, HOUR, storyCalendar } from '../cases/working-clock.ts';
import { idOf, timedIdOf } from '../ids.ts';
import { createRandom, type Random } from '../random.ts';
import type { OrganisationRow } from '../units/rows.ts';
import type { Actor, Staff } from '../units/staff.ts';
import { type DepartmentWork, departmentWork } from './department-work.ts';
import { createDutyItems, type DutyItemDemo } from './duty-items.ts';
import { tell } from './history.ts';
import type { SheetDemo, TaskDemo, TasksDemo } from './rows.ts';

export interface TasksDemoOptions {
  seed: number;
  now: Date;
  areas: readonly AreaRow[];
  organisations: readonly OrganisationRow[];
  staff: Staff;
}

const dayOf = (time: number) => new Date(time + 8 * HOUR).toISOString().slice(0, 10);
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
const decideLimit = { limit: { amount: 15, unit: 'working-day' } as const, rule: '准入审定：15 个工作日' };

/** A year of department tasks: 38 departments apply, are admitted or not, and place work in the 86 communities. Deterministic. */
export function createTasks({ seed, now, areas, organisations, staff }: TasksDemoOptions): TasksDemo {
  const random = createRandom(seed + 7);
  const calendar = storyCalendar(new Date(now.getTime() - 400 * DAY), now);
  const today = now.getTime();
  const items = createDutyItems(dayOf(today - 250 * DAY));
  const departments = organisations.filter((row) => row.type === 'department');
  const decider = staff.actors(organisations.find((row) => row.type === 'command-centre')!.id, 'dispatcher')[0]!;
  const communities = areas.filter((row) => row.level === 'community');
  const grids = Map.groupBy(
    areas.filter((row) => row.level === 'grid'),
    (row) => row.parentCode,
  );
  const committees = new Map(organisations.filter((row) => row.type === 'community-committee').map((row) => [row.areaCode, row]));
  const demo: TasksDemo = { items, admissions: [], tasks: [] };
  const district = { seed, random, calendar, today, decider, staff };
  let sheets = 0;
  let placed = 0;

  for (const [index, department] of departments.entries()) {
    const wanted = departmentWork[index % departmentWork.length]!;
    const handler = staff.actors(department.id, 'department-handler')[0];
    if (!handler) continue;
    const term = admissionOf(demo, district, department, handler, wanted, index);
    const more = index % 2 === 0 ? unadmitted(today, random) : null;
    for (const community of communities) {
      const worker = staff.actors(committees.get(community.code)?.id ?? '', 'community-worker')[0];
      if (!worker) continue;
      if (random.chance(0.36)) place(community, worker, { ...term, work: wanted, rule: null });
      if (more && random.chance(0.07)) place(community, worker, { admission: null, ...more });
    }

    function place(
      community: AreaRow,
      worker: Actor,
      task: { admission: number | null; from: number; to: number; work: DepartmentWork; rule: Record<string, string> | null },
    ) {
      const places = task.work.level === 'grid' ? (grids.get(community.code) ?? [community]).map((row) => row.code) : [community.code];
      const made = taskOf(district, { ...task, department, handler: handler!, worker, community, places, index: placed++ }, () => sheets++);
      demo.tasks.push(made);
    }
  }
  return demo;
}

interface District {
  seed: number;
  random: Random;
  calendar: Calendar;
  today: number;
  decider: Actor;
  staff: Staff;
}

const formOf = (counts: string | null): TaskField[] =>
  counts === null
    ? []
    : [
        { key: 'count', label: counts, type: 'whole', options: [], required: true },
        { key: 'community', label: '社区名称', type: 'text', options: [], required: true },
      ];

function admissionOf(
  demo: TasksDemo,
  district: District,
  department: OrganisationRow,
  handler: Actor,
  wanted: DepartmentWork,
  index: number,
) {
  const { seed, random, calendar, today, decider } = district;
  const applied = startOf(dayOf(today - Math.floor(random.between(120, 330)) * DAY)) + 10 * HOUR;
  const from = applied + 42 * DAY;
  const to = from + Math.floor(random.between(100, 200)) * DAY;
  const add = (title: string, at: number, item: string | null, span: [number, number], fate: 'admitted' | 'refused' | 'applied') => {
    const found = demo.items.find((one) => one.code === item);
    const over = fate === 'admitted' && dayOf(span[1]) < dayOf(today);
    const decidedAt = at + 9 * DAY;
    const story = tell(
      {
        ...{ id: timedIdOf(seed, 'admission', demo.admissions.length, at), areaCode: department.areaCode, title, leadId: department.id },
        body: `请各社区开展“${title}”，工作量每次约 ${wanted.minutes} 分钟，经费随事下拨。`,
        details: {
          ...{
            departmentId: department.id,
            departmentName: department.shortName,
            type: wanted.type,
            item,
            basis: '年度重点工作安排（演示）',
          },
          ...{
            budget: 200 + 50 * (index % 9),
            minutes: wanted.minutes,
            from: dayOf(span[0]),
            to: dayOf(span[1]),
            frequency: wanted.frequency,
          },
          ...{ level: wanted.level, areas: [department.areaCode], form: fate === 'refused' ? [] : formOf(wanted.counts) },
          lists: { verdict: found?.list ?? 'unlisted', findings: found ? [findingOf(found)] : [] },
          ...{ held: [], ahead: 29, short: false, placements: fate === 'admitted' ? 1 : 0 },
          decided:
            fate === 'applied'
              ? null
              : { by: decider.name, at: new Date(decidedAt).toISOString(), admitted: fate === 'admitted', reason: null },
        },
      },
      calendar,
      at,
      'applied',
    )
      .part(department.id, 'lead')
      .start('decide', at, decideLimit.limit, decideLimit.rule)
      .act('apply', at, handler, 'applied', { data: { verdict: found?.list ?? 'unlisted' } });
    if (fate === 'admitted') story.act('admit', decidedAt, decider, 'admitted', { stops: ['decide'] });
    if (fate === 'refused')
      story.act('refuse', decidedAt, decider, 'refused', { stops: ['decide'], note: '属于已清理事项，社区不再承担。' }).end('refused');
    if (over) story.act('end', span[1] + 8 * HOUR, handler, 'over', { note: '期限届满' }).end('ended');
    return demo.admissions.push(story.matter(['decide'])) - 1;
  };
  const admission = add(wanted.title, applied, wanted.item, [from, to], 'admitted');
  if (index % 3 === 0) {
    const forbidden = demo.items.filter((one) => one.list === 'forbidden')[index * 3]!;
    add(forbidden.title, applied + 60 * DAY, forbidden.code, [applied + 110 * DAY, applied + 200 * DAY], 'refused');
  }
  if (index % 5 === 0)
    add(
      `${wanted.title}（下一年度）`,
      startOf(dayOf(today - (1 + (index % 4)) * DAY)) + 10 * HOUR,
      wanted.item,
      [today + 45 * DAY, today + 200 * DAY],
      'applied',
    );
  return { admission, from, to };
}

const findingOf = (item: DutyItemDemo) => ({
  code: item.code,
  list: item.list,
  title: item.title,
  basis: item.basis,
  named: true,
  share: 1,
});

function unadmitted(today: number, random: Random) {
  const from = startOf(dayOf(today - Math.floor(random.between(20, 300)) * DAY));
  return {
    ...{
      from,
      to: from + 25 * DAY,
      rule: { code: 'unlisted', zh: '清单外事项，未经准入审定', en: 'Outside of the lists and not admitted' },
    },
    work: {
      title: '临时数据报送',
      counts: '报送条数',
      type: 'form',
      frequency: 'once',
      level: 'community',
      minutes: 90,
      item: null,
    } as DepartmentWork,
  };
}

interface Placing {
  admission: number | null;
  from: number;
  to: number;
  work: DepartmentWork;
  rule: Record<string, string> | null;
  department: OrganisationRow;
  handler: Actor;
  worker: Actor;
  community: AreaRow;
  places: string[];
  index: number;
}

function taskOf({ seed, random, calendar, today }: District, task: Placing, next: () => number): TaskDemo {
  const { work, department, handler, worker, community } = task;
  const step = { once: 400, weekly: 7, monthly: 30, quarterly: 91 }[work.frequency] * DAY;
  const at = Math.min(startOf(dayOf(task.from)) + 9 * HOUR, today - HOUR);
  const [from, to] = [dayOf(at), dayOf(task.to)];
  const refused = task.rule !== null && random.chance(0.7);
  const accepted = at + Math.floor(random.between(2, 40)) * HOUR;
  const sheets: SheetDemo[] = [];
  const turns = Math.max(1, Math.ceil((task.to - task.from) / step));
  for (const areaCode of task.places)
    for (let period = 1; period <= turns; period += 1) {
      const opens = task.from + (period - 1) * step;
      const due = Math.min(opens + step - DAY, task.to);
      const answered =
        refused || random.chance(0.06) ? Number.POSITIVE_INFINITY : opens + (due - opens) * random.between(0.2, 1.08) + 10 * HOUR;
      const done = answered > accepted && answered < today;
      const count = random.below(12);
      sheets.push({
        ...{
          id: idOf(seed, 'sheet', next()),
          areaCode,
          period,
          opensOn: period === 1 ? from : dayOf(opens),
          dueOn: dayOf(Math.max(due, at)),
        },
        answers: done && work.counts ? { count, community: community.name } : null,
        filled: done && work.counts ? [filledName(community.name)] : null,
        ...{ note: null, minutes: done ? Math.round(work.minutes * random.between(0.6, 1.5)) : null },
        answeredAt: done ? new Date(answered) : null,
        answeredBy: done ? worker.personId : null,
        answeredName: done ? worker.name : null,
      });
    }
  const story = tell(
    {
      ...{ id: timedIdOf(seed, 'task', task.index, at), areaCode: community.code, title: work.title, leadId: worker.organisationId },
      body: `${department.name.zh}：${work.title}。请按期完成并在平台填报。`,
      details: {
        ...{
          departmentId: department.id,
          departmentName: department.shortName,
          type: work.type,
          basis: task.rule ? null : '年度重点工作安排（演示）',
        },
        ...{
          budget: task.rule ? 0 : 300,
          minutes: work.minutes,
          from,
          to,
          frequency: work.frequency,
          level: work.level,
          sheets: sheets.length,
        },
        ...{ form: formOf(work.counts), rule: task.rule, refusedBy: refused ? task.rule : null },
      },
    },
    calendar,
    at,
    'placed',
  );
  const minutes = Math.max(1, Math.round((Date.parse(`${to}T24:00:00+08:00`) - at) / 60_000));
  const ended = task.to + 2 * DAY < today && !refused;
  if (ended)
    for (const sheet of sheets)
      if (!sheet.answeredAt)
        Object.assign(sheet, {
          answeredAt: new Date(task.to + DAY + 10 * HOUR),
          minutes: work.minutes,
          answeredBy: worker.personId,
          answeredName: worker.name,
        });
  story
    .part(worker.organisationId, 'lead', { signedAt: refused || accepted > today ? null : new Date(accepted) })
    .part(department.id, 'supervise')
    .start('do', at, { amount: minutes, unit: 'minute' }, `任务期限：至 ${to}`)
    .start('accept', at, { amount: 3, unit: 'working-day' }, '任务接收：3 个工作日')
    .act('place', at, handler, 'placed', { data: { department: department.shortName } });
  if (refused && accepted < today)
    story
      .act('refuse', accepted, worker, 'refused', { note: task.rule!.zh!, data: { rule: task.rule!.code }, stops: ['accept', 'do'] })
      .end('refused');
  else if (accepted < today) {
    story.act('accept', accepted, worker, 'doing', { stops: ['accept'] });
    if (ended) {
      const reported = task.to + DAY + 15 * HOUR;
      story.act('report', reported, worker, 'reported', { note: '已按要求完成。', stops: ['do'] });
      story.start('confirm', reported, { amount: 5, unit: 'working-day' }, '任务确认：5 个工作日');
      if (reported + 30 * HOUR < today) story.act('confirm', reported + 26 * HOUR, handler, 'done', { stops: ['confirm'] }).end('done');
    }
  }
  const matter = story.matter(['confirm', 'do', 'accept']);
  return {
    ...{
      admission: task.admission,
      matter,
      departmentId: department.id,
      type: work.type,
      withForm: work.counts !== null,
      from,
      to,
      sheets,
    },
    endedOn: matter.closedAt ? dayOf(matter.closedAt.getTime()) : null,
  };
}

const filledName = (value: string) => ({
  ...{ key: 'community', label: '社区名称', value, source: 'community-name' },
  why: { zh: '平台已有：社区名称', en: 'Held here: Name of the community' },
});

import { WhistleRules } from '@gongzhi/contract/whistles';
import type { Calendar } from '@gongzhi/platform/working-time';
import type { ActorRow } from '../cases/rows.ts';
import { DAY, MINUTE, storyCalendar, usedUp } from '../cases/working-clock.ts';
import { createRandom, type Random } from '../random.ts';
import type { OrganisationRow } from '../units/rows.ts';
import type { Staff } from '../units/staff.ts';
import type { CalledLine, PoolCase, ProblemPool } from './problem-pool.ts';
import { type ToldUnit, tellWhistle, type WhistleRow } from './tell-whistle.ts';

/** What the figures of the first year were in the places that began with the whistle. */
const yearly = { whistles: 213, problems: 3657, departments: 20, cases: 20_000 };
const grounds = ['hard-problem', 'hard-problem', 'hard-problem', 'joint-enforcement', 'joint-enforcement', 'emergency'] as const;
const titles: Record<(typeof grounds)[number], readonly string[]> = {
  'hard-problem': ['反映集中，请部门到场会诊', '久拖未决，请联合解决', '涉及多个部门，请共同处置'],
  'joint-enforcement': ['需联合执法', '反复回潮，请联合整治', '请集中整治'],
  emergency: ['存在险情，请立即到场', '请紧急处置'],
};

export interface WhistleOptions {
  seed: number;
  now: Date;
  pool: ProblemPool;
  organisations: readonly OrganisationRow[];
  staff: Staff;
  line(category: string, areaCode: string): CalledLine | null;
}

/** A year of whistles over the cases of the pool, oldest first; as many as belong to so many cases. Deterministic. */
export function createWhistles(options: WhistleOptions): WhistleRow[] {
  const { seed, now, pool } = options;
  const random = createRandom(seed + 41);
  const share = Math.min(1, pool.count / yearly.cases);
  const count = Math.round(yearly.whistles * share);
  const calendar = storyCalendar(new Date(now.getTime() - 400 * DAY), now);
  const subdistricts = [...pool.bySubdistrict.keys()].toSorted();
  const departments = new Set(options.organisations.filter((row) => row.type === 'department').map((row) => row.id));
  const called = new Set<string>();
  const taken = new Set<string>();
  const rows: WhistleRow[] = [];
  let swing = 0;
  for (let index = 0; index < count; index += 1) {
    swing = index % 2 === 0 ? (index === count - 1 ? 0 : random.below(13)) : -swing;
    const problems =
      Math.floor(((index + 1) * yearly.problems * share) / count) - Math.floor((index * yearly.problems * share) / count) + swing;
    // The last three are not closed yet: one just called, one being answered, one waiting for the subdistrict.
    const stage = index === count - 1 ? 'called' : index === count - 2 ? 'answering' : index === count - 3 ? 'settled' : 'closed';
    const at =
      stage === 'closed'
        ? now.getTime() - 362 * DAY + (index / count) * 330 * DAY
        : now.getTime() - { called: 0.02, answering: 1.5, settled: 14 }[stage] * DAY;
    const row = one(options, { index, at: Math.round(at), problems, stage, random, calendar, subdistricts, departments, called, taken });
    if (row) rows.push(row);
  }
  return rows;
}

interface Turn {
  index: number;
  at: number;
  problems: number;
  stage: 'called' | 'answering' | 'settled' | 'closed';
  random: Random;
  calendar: Calendar;
  subdistricts: readonly string[];
  departments: ReadonlySet<string>;
  /** Departments that some whistle has called. */
  called: Set<string>;
  /** Cases in whistles that are open. */
  taken: Set<string>;
}

function one(options: WhistleOptions, turn: Turn): WhistleRow | null {
  const { random, at, stage, departments, called, taken } = turn;
  const subdistrict = turn.subdistricts[(turn.index * 7) % turn.subdistricts.length]!;
  const open = stage !== 'closed';
  const near = options.pool.bySubdistrict
    .get(subdistrict)!
    .filter((row) => (open ? row.open && !taken.has(row.id) : row.openedAt.getTime() < at && row.openedAt.getTime() > at - 60 * DAY));
  const may = (id: string) => departments.has(id) && (called.has(id) || called.size < yearly.departments);
  const led = near.filter((row) => may(options.line(row.category, row.areaCode)?.lead ?? ''));
  if (led.length === 0) return null;
  // Departments that were not called yet come first, so that in a year every one of them has its turn.
  const first = led.find((row) => !called.has(options.line(row.category, row.areaCode)!.lead)) ?? random.pick(led);
  const rest = near.filter((row) => row !== first);
  const start = rest.length > turn.problems ? random.below(rest.length - turn.problems + 1) : 0;
  const attached: PoolCase[] = [first, ...rest.slice(start, start + turn.problems - 1)];
  for (const row of attached) if (open) taken.add(row.id);
  const lead = options.line(first.category, first.areaCode)!;
  const others = attached.flatMap((row) => {
    const line = options.line(row.category, row.areaCode);
    return line ? [line.lead, ...line.assist] : [];
  });
  called.add(lead.lead);
  const assist: string[] = [];
  const wanted = 1 + random.below(3);
  for (const id of new Set([...lead.assist, ...others])) {
    if (assist.length === wanted) break;
    if (id === lead.lead || !may(id)) continue;
    called.add(id);
    assist.push(id);
  }
  const ground = grounds[random.below(grounds.length)]!;
  const problems = Array.from({ length: turn.problems }, (_, n) => {
    const row = attached[n];
    return row
      ? { title: row.title, category: row.category, caseId: row.id, caseNumber: row.number }
      : { title: `${first.address}周边同类问题 ${n + 1}`, category: first.category, caseId: null, caseNumber: null };
  });
  const rules = WhistleRules.parse({});
  const terms = rules.grounds[ground];
  const units = [lead.lead, ...assist].map((organisationId, n): ToldUnit => {
    const slow = random.chance(0.07);
    const moment = (step: 'sign' | 'contact' | 'arrive', least: number) =>
      Math.max(
        least + (2 + random.below(20)) * MINUTE,
        usedUp(turn.calendar, at, terms[step], slow ? random.between(1.05, 1.6) : random.between(0.1, 0.9)),
      );
    const signed = moment('sign', at);
    const contacted = moment('contact', signed);
    const arrived = moment('arrive', contacted);
    return {
      organisationId,
      role: n === 0 ? 'lead' : 'assist',
      actor: person(options, organisationId, 'department-handler', turn.index),
      ...{ signed, contacted, arrived, metres: 20 + random.below(380), proof: random.chance(0.3) ? 'code' : 'place' },
      done: arrived + random.between(0.5, ground === 'emergency' ? 6 : 60) * 60 * MINUTE,
      rated: slow ? 2 + random.below(2) : 4 + random.below(2),
      ratedBack: 3 + random.below(3),
    };
  });
  const office = options.organisations.find((row) => row.type === 'subdistrict-office' && row.areaCode === subdistrict)!;
  return tellWhistle({
    ...{ seed: options.seed, index: turn.index, at, stage, ground, problems, units, random, now: options.now.getTime() },
    calendar: turn.calendar,
    rules,
    title: `${first.title.slice(0, 40)}，${random.pick(titles[ground])}`,
    place: first,
    whistler: person(options, office.id, 'subdistrict-dispatcher', turn.index),
    whistlerId: office.id,
  });
}

function person(
  { staff }: WhistleOptions,
  organisationId: string,
  role: 'department-handler' | 'subdistrict-dispatcher',
  index: number,
): ActorRow {
  const actors = staff.actors(organisationId, role);
  const actor = actors[index % actors.length];
  return actor
    ? { kind: 'staff', personId: actor.personId, name: actor.name, postTitle: actor.title, organisationId }
    : { kind: 'system', personId: null, name: '系统', postTitle: null, organisationId: null };
}

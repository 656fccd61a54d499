import type { GridPlace } from '../areas/area-row.ts';
import { idOf } from '../ids.ts';
import { createRandom, type Random } from '../random.ts';
import type { OrganisationRow } from '../units/rows.ts';
import type { Staff } from '../units/staff.ts';
import { diaries, findings, items, visits } from './words.ts';

export interface PlanDemo {
  id: string;
  areaCode: string;
  name: string;
  frequency: 'daily' | 'weekly';
  checklist: string | null;
  since: string;
  points: { id: string; name: string; longitude: number; latitude: number; code: string }[];
}
export interface EntryDemo {
  id: string;
  kind: 'check-in' | 'finding' | 'visit' | 'diary';
  officerId: string;
  officer: string;
  areaCode: string;
  pointId: string | null;
  at: Date;
  receivedAt: Date;
  text: string;
  details: Record<string, unknown>;
}
export interface DaySumDemo {
  areaCode: string;
  day: string;
  planned: number;
  missed: number;
  visited: number;
  far: number;
  findings: number;
  solved: number;
  cases: number;
  visits: number;
  diaries: number;
}
export interface CheckSumDemo {
  areaCode: string;
  month: string;
  item: string;
  checked: number;
  failed: number;
}
export interface PatrolsDemo {
  plans: PlanDemo[];
  /** Rounds of the last days, line by line. */
  entries: EntryDemo[];
  /** Visits of points in the last days. */
  walked: { pointId: string; period: string; entryId: string; at: Date }[];
  /** What the year before has left: sums by grid and day. */
  days(): Generator<DaySumDemo>;
  checks(): Generator<CheckSumDemo>;
  /** The first of the last days, from which on rounds are told line by line. */
  since: string;
}

const DAY = 86_400_000;
const ZONE = 8 * 3_600_000;
const recent = 7;
const dayOf = (at: number) => new Date(at + ZONE).toISOString().slice(0, 10);
const letters = 'ABCDEFGHJKLMNPQRTUWXY23456789';

/** A year of patrols in every grid: plans with points at the compounds, rounds of the last week line by line, sums before. Invented. */
export function createPatrols({
  seed,
  now,
  places,
  organisations,
  staff,
}: {
  seed: number;
  now: Date;
  places: readonly GridPlace[];
  organisations: readonly OrganisationRow[];
  staff: Staff;
}): PatrolsDemo {
  const random = createRandom(seed + 31);
  const today = Date.parse(`${dayOf(now.getTime())}T00:00:00+08:00`);
  const since = dayOf(today - recent * DAY);
  const officers = officersOf(organisations, staff, dayOf(now.getTime()));
  let made = 0;
  const id = () => idOf(seed, 'patrol', made++);
  const plans: PlanDemo[] = places.flatMap((place) => {
    const point = (name: string, at: readonly [number, number]) => ({
      id: id(),
      name,
      longitude: round(at[0]),
      latitude: round(at[1]),
      code: Array.from({ length: 4 }, () => letters[random.below(letters.length)]).join(''),
    });
    const around = (at: readonly [number, number]): [number, number] => [
      at[0] + random.between(-7e-4, 7e-4),
      at[1] + random.between(-6e-4, 6e-4),
    ];
    const home = place.compounds[0]!;
    const at = home.at as readonly [number, number];
    return [
      {
        id: id(),
        areaCode: place.code,
        name: '日常巡查',
        frequency: 'daily' as const,
        checklist: null,
        since,
        points: [point(`${home.name}大门`, at), point(`${place.roads[0]}路口`, around(at)), point('居民活动广场', around(at))],
      },
      {
        id: id(),
        areaCode: place.code,
        name: '十个没有安全检查',
        frequency: 'weekly' as const,
        checklist: 'ten-items',
        since,
        points: [point(`${home.name}配电房`, around(at)), point('沿街商铺', around(at))],
      },
    ];
  });

  const entries: EntryDemo[] = [];
  const walked: PatrolsDemo['walked'] = [];
  const write = (entry: Omit<EntryDemo, 'id' | 'receivedAt'>, late: number) => {
    const row = { ...entry, id: id(), receivedAt: new Date(Math.min(now.getTime(), entry.at.getTime() + late)) };
    entries.push(row);
    return row.id;
  };
  for (let back = recent; back >= 0; back -= 1) {
    const midnight = today - back * DAY;
    const day = dayOf(midnight);
    const detailed = back <= 2;
    for (const plan of plans) {
      const officer = officers.get(plan.areaCode);
      if (!officer || (plan.frequency === 'weekly' && new Date(`${day}T00:00:00Z`).getUTCDay() !== 3)) continue;
      const diligence = 0.9 + 0.09 * Math.sin(Number(plan.areaCode.slice(-6)));
      for (const [index, point] of plan.points.entries()) {
        const at = new Date(midnight + (8.4 + index * 0.35 + random.next() * 0.3) * 3_600_000);
        if (at > now || !random.chance(diligence)) continue;
        const late = random.chance(0.06) ? 14 * 3_600_000 : 20_000;
        const details = plan.checklist ? { answers: items.map((item) => ({ item: item.code, ok: !random.chance(item.share) })) } : {};
        const base = { kind: 'check-in' as const, ...officer, areaCode: plan.areaCode, pointId: point.id, at, text: '', details };
        const entryId = detailed || plan.checklist ? write(base, late) : id();
        walked.push({ pointId: point.id, period: plan.frequency === 'daily' ? day : mondayOf(day), entryId, at });
      }
      if (plan.checklist) continue;
      const said = (kind: 'finding' | 'visit' | 'diary', text: string, details: Record<string, unknown>) => {
        const at = new Date(midnight + random.between(9.5, 17.5) * 3_600_000);
        if (at <= now) write({ kind, ...officer, areaCode: plan.areaCode, pointId: null, at, text, details }, 30_000);
      };
      if (random.chance(0.18)) said('finding', random.pick(findings), { solved: random.chance(0.7) });
      if (random.chance(0.3)) {
        const consent = random.chance(0.9);
        said('visit', consent ? random.pick(visits) : '', consent ? { consent, people: 1 + random.below(3) } : { consent });
      }
      if (random.chance(0.25)) said('diary', random.pick(diaries), {});
    }
  }
  return {
    plans,
    entries,
    walked,
    since,
    days: () => daySums(places, createRandom(seed + 32), today),
    checks: () => checkSums(places, createRandom(seed + 33), today),
  };
}

/** Days before today that are told by grid; what lies longer ago is told by community, which is light enough to be loaded every time. */
const byGrid = 30;
const counted = ['planned', 'missed', 'visited', 'far', 'findings', 'solved', 'cases', 'visits', 'diaries'] as const;

/** A year by day; in the heat, in the cold and at the new year fewer points are walked. */
function* daySums(places: readonly GridPlace[], random: Random, today: number): Generator<DaySumDemo> {
  for (let back = 365; back > recent; back -= 1) {
    const day = dayOf(today - back * DAY);
    const season = 0.93 + 0.05 * Math.cos((2 * Math.PI * (Number(day.slice(5, 7)) - 4)) / 12);
    const planned = 3 + (new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? 2 : 0);
    const sums = new Map<string, DaySumDemo>();
    for (const place of places) {
      const areaCode = back > byGrid ? place.communityCode : place.code;
      const one = gridDay(areaCode, day, planned, season, random);
      const sum = sums.get(areaCode);
      if (!sum) sums.set(areaCode, one);
      else for (const key of counted) sum[key] += one[key];
    }
    yield* sums.values();
  }
}

function gridDay(areaCode: string, day: string, planned: number, season: number, random: Random): DaySumDemo {
  let missed = 0;
  for (let n = 0; n < planned; n += 1) if (!random.chance(season)) missed += 1;
  const findings = random.chance(0.18) ? 1 : 0;
  const solved = findings && random.chance(0.7) ? 1 : 0;
  return {
    areaCode,
    day,
    planned,
    missed,
    visited: planned - missed,
    far: random.chance(0.01) ? 1 : 0,
    findings,
    solved,
    cases: findings - solved && random.chance(0.8) ? 1 : 0,
    visits: random.chance(0.3) ? 1 : 0,
    diaries: random.chance(0.25) ? 1 : 0,
  };
}

function* checkSums(places: readonly GridPlace[], random: Random, today: number): Generator<CheckSumDemo> {
  const communities = [...new Set(places.map((place) => place.communityCode))];
  const month = new Date(today + ZONE);
  for (let back = 12; back >= 1; back -= 1) {
    const first = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
    for (const areaCode of communities)
      for (const item of items) {
        const checked = 40 + random.below(30);
        // The year of checks has helped.
        yield {
          areaCode,
          month: first,
          item: item.code,
          checked,
          failed: Math.round(checked * item.share * (0.7 + 0.6 * (back / 12)) * random.between(0.5, 1.5)),
        };
      }
  }
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const mondayOf = (day: string): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
};

/** Who walks in each grid: the officer in the post, by the grid's code. */
function officersOf(
  organisations: readonly OrganisationRow[],
  staff: Staff,
  today: string,
): Map<string, { officerId: string; officer: string }> {
  const areaOf = new Map(organisations.map((one) => [one.id, one.areaCode]));
  const names = new Map(staff.persons.map((person) => [person.id, person.name]));
  const holder = new Map(
    staff.tenures.filter((tenure) => tenure.to === null || tenure.to > today).map((tenure) => [tenure.postId, tenure.personId]),
  );
  const found = new Map<string, { officerId: string; officer: string }>();
  for (const post of staff.posts) {
    const person = holder.get(post.id);
    if (post.role !== 'grid-officer' || !person) continue;
    found.set(areaOf.get(post.organisationId) ?? '', { officerId: person, officer: names.get(person) ?? '' });
  }
  return found;
}

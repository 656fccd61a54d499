import { catalogue } from '@gongzhi/cases/catalogue';
import { caseTable } from '@gongzhi/cases/life-cycle';
import { MatterNumber, Phone } from '@gongzhi/contract/primitives';
import { allows, type Lifecycle, target } from '@gongzhi/platform/lifecycle';
import { dueAt, statutoryCalendar } from '@gongzhi/platform/working-time';
import { describe, expect, it } from 'vitest';
import { createDemo } from '../create-demo.ts';
import { isInside } from '../map/plane.ts';
import type { CaseRow } from './rows.ts';
import { spokenCodes } from './speech.ts';
import { hourOf, weekdayOf } from './working-clock.ts';

const table: Lifecycle = caseTable;
const now = new Date('2026-11-20T06:30:00Z');
const demo = createDemo({ cases: 20_000, now });
const rows = [...demo.cases()];
const share = (holds: (row: CaseRow) => boolean, of: readonly CaseRow[] = rows) => of.filter(holds).length / of.length;

describe('the demo cases', () => {
  it('are as many as asked for, in the order of opening, within the year before now', () => {
    expect(rows).toHaveLength(20_000);
    for (const [i, row] of rows.entries()) {
      expect(row.index).toBe(i);
      if (i > 0) expect(row.openedAt >= rows[i - 1]!.openedAt).toBe(true);
    }
    expect(now.getTime() - rows[0]!.openedAt.getTime()).toBeLessThan(366 * 86_400_000);
    expect(now.getTime() - rows.at(-1)!.openedAt.getTime()).toBeLessThan(86_400_000);
  });

  it('stand in every state of the life cycle, also where there are few and at night', () => {
    const few = [...createDemo({ cases: 2000, now: new Date('2026-05-03T19:00:00Z') }).cases()];
    for (const list of [rows, few]) expect(new Set(list.map(({ state }) => state))).toEqual(new Set(Object.keys(caseTable.states)));
  });

  it('carry ids, numbers and categories of their own kind', () => {
    const ids = rows.flatMap((row) => [
      row.id,
      ...row.parts.map(({ id }) => id),
      ...row.clocks.map(({ id }) => id),
      ...row.ratings.map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted((a, b) => (a.slice(0, 13) < b.slice(0, 13) ? -1 : 1)));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    const codes = new Set(catalogue.filter(({ parent }) => parent).map(({ code }) => code));
    for (const row of rows) {
      expect(MatterNumber.safeParse(row.number).success).toBe(true);
      if (row.category !== null) expect(codes.has(row.category)).toBe(true);
    }
  });

  it('lie inside the grid whose code they carry', () => {
    const rings = new Map(demo.areas.filter(({ level }) => level === 'grid').map(({ code, boundary }) => [code, boundary.coordinates[0]!]));
    for (const { areaCode, location } of rows) expect(isInside(rings.get(areaCode)!, location[0], location[1])).toBe(true);
  });

  it('hardly ever happen on the water', () => {
    const shores = demo.water.map(({ boundary }) => boundary.coordinates[0]!);
    expect(share(({ location: [x, y] }) => shores.some((shore) => isInside(shore, x, y)))).toBeLessThan(0.005);
  });

  it('never reveal a telephone number that somebody could have', () => {
    for (const { reporter, body, title } of rows) {
      if (reporter) expect(Phone.safeParse(reporter.phone).success).toBe(true);
      if (reporter) expect(reporter.phone).not.toMatch(/^1[3-9]/);
      expect(body + title).not.toMatch(/1\d{10}/);
      expect(body + title).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

describe('the histories of the demo', () => {
  it('are walks through the life cycle, in order of time and up to now', () => {
    const faults: string[] = [];
    for (const { number, acts, openedAt, state, stateSince } of rows) {
      const [first, ...rest] = acts;
      if (first!.action !== 'record' || first!.from !== null || first!.to !== caseTable.initial || first!.at !== openedAt)
        faults.push(number);
      let [at, last] = [openedAt, first!.to];
      for (const act of rest) {
        const lawful = act.from === last && allows(table, last, act.action) && act.to === target(table, last, act.action);
        if (!lawful || act.at <= at) faults.push(`${number} ${act.action}`);
        [at, last] = [act.at, act.to];
      }
      if (at > now || state !== last || stateSince > at) faults.push(number);
    }
    expect(faults).toEqual([]);
  });

  it('use all that can happen', () => {
    const used = new Set(rows.flatMap(({ acts }) => acts.map(({ action }) => action)));
    for (const action of [
      'join',
      'return',
      'object',
      'uphold-objection',
      'overrule-objection',
      'grant-extension',
      'refuse-extension',
      'grant-suspension',
      'resume',
      'rework',
      'reopen',
      'withdraw',
      'reject',
      'divert',
      'answer-directly',
      'supervise',
      'publish',
      'call-back',
      'rate',
      'archive',
      'complete-part',
      'note',
      'arrive',
    ])
      expect(used).toContain(action);
  });

  it('give each input that the life cycle asks for', () => {
    for (const { acts } of rows) {
      for (const { action, note, data } of acts) {
        if (['return', 'object', 'reject', 'withdraw', 'reopen', 'rework', 'feed-back', 'supervise'].includes(action))
          expect(note?.length ?? 0).toBeGreaterThanOrEqual(2);
        if (action === 'dispatch') expect(data).toHaveProperty('lead');
        if (action === 'join') expect(data!.to).toMatch(/^GZ\d+$/);
      }
    }
  });

  it('have one open lead part where a unit works on the case, and none where nobody does', () => {
    for (const { state, parts, leadId } of rows) {
      const leads = parts.filter(({ role, endedAt }) => role === 'lead' && endedAt === null);
      if (['dispatched', 'objected', 'handling', 'suspended', 'answered', 'verified', 'archived'].includes(state) && parts.length > 0) {
        expect(leads.some(({ organisationId }) => organisationId === leadId)).toBe(true);
      }
      if (state === 'withdrawn' || state === 'recorded') expect(leads).toEqual([]);
    }
  });

  it('have an outcome and an end exactly where the state has ended', () => {
    for (const { state, closedAt, outcome } of rows) {
      const ended = table.states[state]!.phase === 'ended';
      expect(closedAt !== null).toBe(ended);
      expect(outcome !== null).toBe(ended);
    }
  });

  it('have clocks that the working time module would set alike', () => {
    const calendar = statutoryCalendar();
    for (const { clocks, state } of rows.slice(-6000, -3000)) {
      for (const clock of clocks) {
        const pauses = clock.pauses.map((pause) => ({ from: pause.from, to: pause.to, reason: pause.reason }));
        expect(clock.dueAt).toEqual(dueAt(calendar, clock.startedAt, clock.limit, pauses));
        if (clock.stoppedAt) expect(clock.breached).toBe(clock.stoppedAt > clock.dueAt);
        expect(clock.paused).toBe(clock.stoppedAt === null && clock.pauses.some(({ to }) => to === null));
        if (state === 'archived') expect(clock.stoppedAt).not.toBeNull();
      }
    }
  });

  it('join repeats to an older case that was open at that moment', () => {
    const joined = rows.filter(({ state }) => state === 'joined');
    for (const row of joined) {
      const first = rows[row.duplicateOf!]!;
      expect(first.index).toBeLessThan(row.index);
      expect(first.areaCode).toBe(row.areaCode);
      expect(first.number).toBe(row.details.joinedTo);
      expect(first.closedAt === null || first.closedAt > row.stateSince).toBe(true);
      expect(first.body).not.toBe(row.body);
    }
    const sizes = Map.groupBy(joined, ({ duplicateOf }) => duplicateOf)
      .values()
      .map(({ length }) => length)
      .toArray();
    expect(Math.max(...sizes)).toBeGreaterThan(12);
  });
});

describe('the demo as a whole', () => {
  it('is late in between 4 and 15 of a hundred cases, open overdue ones counted', () => {
    const worked = rows.filter((row) => (row.state === 'closed' || row.state === 'archived') && row.parts.length > 0);
    const late = worked.filter((row) => row.closedAt! > row.dueAt!).length;
    const overdue = rows.filter((row) => row.closedAt === null && row.dueAt !== null && row.dueAt < now && row.state !== 'recorded').length;
    const part = (late + overdue) / (worked.length + overdue);
    expect(part).toBeGreaterThan(0.04);
    expect(part).toBeLessThan(0.15);
    expect(overdue).toBeGreaterThan(0);
  });

  it('is busy by day and on working days, and quiet at night', () => {
    const at = (from: number, to: number) => share(({ openedAt }) => hourOf(openedAt.getTime()) >= from && hourOf(openedAt.getTime()) < to);
    expect(at(9, 11)).toBeGreaterThan(4 * at(2, 4));
    expect(share(({ openedAt }) => [0, 6].includes(weekdayOf(openedAt.getTime())))).toBeLessThan(0.25);
  });

  it('freezes in winter and is loud on summer nights', () => {
    const months = (list: number[]) =>
      rows.filter(({ openedAt }) => list.includes(new Date(openedAt.getTime() + 8 * 3_600_000).getUTCMonth() + 1));
    expect(share(({ category }) => category === '0405', months([12, 1]))).toBeGreaterThan(0.04);
    expect(share(({ category }) => category === '0405', months([5, 6, 7]))).toBe(0);
    expect(share(({ category }) => category === '0602', months([7, 8]))).toBeGreaterThan(
      1.4 * share(({ category }) => category === '0602', months([1, 2])),
    );
  });

  it('satisfies nine of ten', () => {
    const ratings = rows.flatMap((row) => row.ratings);
    const satisfied = ratings.filter(({ satisfaction }) => satisfaction! >= 3).length / ratings.length;
    expect(satisfied).toBeGreaterThan(0.86);
    expect(satisfied).toBeLessThan(0.95);
  });

  it('speaks of every category, and hardly ever twice in the same words', () => {
    expect(spokenCodes).toEqual(new Set(catalogue.filter(({ parent }) => parent).map(({ code }) => code)));
    expect(new Set(rows.map(({ body }) => body)).size).toBeGreaterThan(rows.length * 0.9995);
  });

  it('leads everywhere to the unit that the responsibility list names, in the end', () => {
    const solved = rows.filter(({ state, details }) => state === 'archived' && details.dispatches !== 0);
    for (const { category, areaCode, leadId } of solved) {
      const lines = demo.responsibilities.filter((line) => line.category === category && areaCode.startsWith(line.areaCode));
      const nearest = lines.reduce((best, line) => (line.areaCode.length > best.areaCode.length ? line : best));
      expect(leadId).toBe(nearest.leadOrganisationId);
    }
  });

  it('is the same for the same seed and now, stream after stream', () => {
    const [one, other] = [createDemo({ cases: 600, now }), createDemo({ cases: 600, now })];
    const told = JSON.stringify([...one.cases()]);
    expect(JSON.stringify([...one.cases()]) === told).toBe(true);
    expect(JSON.stringify([...other.cases()]) === told).toBe(true);
  });

  it('is another for another seed', () => {
    const other = createDemo({ cases: 1, now, seed: 5 }).cases().next().value as CaseRow;
    expect(rows.map(({ body }) => body)).not.toContain(other.body);
  });
});

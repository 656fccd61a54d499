import type { Database } from '@gongzhi/platform/database';
import { countedOutcomes, type Measure } from '../rules/measures.ts';

export interface NaiveMatter {
  id: string;
  area: string;
  category: string | null;
  channel: string;
  lead: string | null;
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  entries: { at: Date; action: string; data: { lead?: string; first?: boolean } | null }[];
  contacts: { dueAt: Date; stoppedAt: Date | null; breached: boolean; paused: boolean }[];
  ratings: { at: Date; resolved: boolean | null; satisfaction: number | null }[];
}
export interface NaiveEvent {
  matter: NaiveMatter;
  measure: Measure;
  at: Date;
  unit: string | null;
  /** When it should have been, of what came too late. */
  due: Date | null;
}

/** Every case with all that happened to it, as the ledger has it. */
export async function readNaively(database: Database): Promise<NaiveMatter[]> {
  const matters = await database.query<NaiveMatter>(
    `select id, area_code as area, category, channel, lead_id as lead, opened_at as "openedAt", due_at as "dueAt", closed_at as "closedAt", outcome from matters.matter where kind = 'case'`,
  );
  for (const matter of matters) {
    matter.entries = await database.query('select at, action, data from matters.entry where matter_id = $1 order by no', [matter.id]);
    matter.contacts = await database.query(
      `select due_at as "dueAt", stopped_at as "stoppedAt", breached, paused from matters.clock where matter_id = $1 and name = 'contact'`,
      [matter.id],
    );
    matter.ratings = await database.query('select at, resolved, satisfaction from matters.rating where matter_id = $1', [matter.id]);
  }
  return matters;
}

/** What is counted of a case, told once more from its history, step by step and without regard to speed. */
export function countNaively(matter: NaiveMatter): NaiveEvent[] {
  const events: NaiveEvent[] = [];
  const add = (measure: Measure, at: Date, unit: string | null, due: Date | null = null) =>
    void events.push({ matter, measure, at, unit, due });
  add('reported', matter.openedAt, null);
  let lead: string | null = matter.entries.some(({ action }) => action === 'dispatch') ? null : matter.lead;
  let filed = false;
  for (const { at, action, data } of matter.entries) {
    const before = lead;
    if (action === 'file' || action === 'unjoin') {
      if (!filed) add('filed', at, null);
      filed = true;
    }
    if (action === 'dispatch' || action === 'reassign') {
      lead = data?.lead ?? null;
      add('dispatched', at, lead);
    }
    if (action === 'return' || action === 'uphold-objection') {
      lead = null;
      add('returned', at, before);
    }
    if (action === 'reopen') {
      lead = null;
      add('reopened', at, before);
    }
    if (action === 'feed-back') add('handled', at, lead);
    if (action === 'rework') add('reworked', at, lead);
    if (action === 'verify') add(data?.first ? 'passed' : 'verifiedAgain', at, lead);
    for (const clock of matter.contacts.filter(({ stoppedAt }) => stoppedAt?.getTime() === at.getTime())) {
      if (action === 'withdraw') continue;
      if (action === 'contact' && !clock.breached) add('contacted', at, before ?? lead);
      else if (clock.breached || action === 'feed-back') add('uncontacted', at, before ?? lead, clock.breached ? clock.dueAt : null);
    }
    for (const rating of matter.ratings.filter((given) => given.at.getTime() === at.getTime())) {
      if (rating.resolved !== null) add(rating.resolved ? 'solved' : 'unsolved', at, lead);
      if (rating.satisfaction !== null) add(`grade${rating.satisfaction}` as Measure, at, lead);
    }
  }
  if (matter.closedAt) {
    add('ended', matter.closedAt, matter.lead);
    if ((countedOutcomes as readonly string[]).includes(matter.outcome ?? '')) {
      if (!matter.dueAt) add('closedUndated', matter.closedAt, matter.lead);
      else if (matter.closedAt > matter.dueAt) add('closedLate', matter.closedAt, matter.lead, matter.dueAt);
      else add('closedInTime', matter.closedAt, matter.lead);
    }
  }
  return events;
}

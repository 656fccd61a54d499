import * as phrases from '../texts/phrases.ts';
import { act, extendResolution, resolution } from './draft.ts';
import { completePart, leadPart, openParts } from './handling.ts';
import type { ActorRow } from './rows.ts';
import { later, reaches, type Telling } from './telling.ts';
import { DAY, HOUR, minutesOf } from './working-clock.ts';

interface Event {
  share: number;
  happen(): boolean;
}

const outdoors = /^(01|02|03|04|05|06|07|12|13)/;

/**
 * What happens between the signature and the answer, in order of time: contact, visits, assisting units, extension, suspension,
 * supervision. `until` is the share of the time limit at which the unit answers.
 * @returns false where the story has reached now
 */
export function meanwhile(telling: Telling, handler: ActorRow, until: number, late: boolean): boolean {
  const { draft, random, request } = telling;
  const events: Event[] = [];
  const at = (from: number, to: number) => until * random.between(from, to);
  const long = minutesOf(draft.resolve.limit) >= 1440;
  if (draft.row.reporter) contacts(telling, handler, events, at);
  if (outdoors.test(request.category) && random.chance(0.5)) events.push({ share: at(0.35, 0.6), happen: () => arrive(telling, handler) });
  if (random.chance(0.12)) events.push({ share: at(0.2, 0.9), happen: () => note(telling) });
  if (draft.row.parts.some(({ role, endedAt }) => role === 'assist' && endedAt === null)) assistants(telling, events, at);
  if (draft.restIn === 'suspended' || (long && random.chance(0.03)))
    events.push({ share: Math.min(0.8, at(0.3, 0.7)), happen: () => suspend(telling, handler) });
  else if (long && random.chance(late ? 0.15 : 0.045))
    events.push({ share: Math.min(0.85, at(0.6, 0.95)), happen: () => extend(telling, handler) });
  if (late && random.chance(0.6)) supervise(telling, events, until);
  events.sort((a, b) => a.share - b.share);
  for (const event of events) if (!event.happen() || draft.over) return false;
  return true;

  function arrive(told: Telling, by: ActorRow): boolean {
    if (!act(draft, 'arrive', reaches(told, until * 0.5), by)) return false;
    leadPart(draft)!.arrivedAt = new Date(draft.at);
    return true;
  }
}

type At = (from: number, to: number) => number;

function contacts(telling: Telling, handler: ActorRow, events: Event[], at: At): void {
  const { draft, random } = telling;
  const lot = random.next();
  if (lot < 0.04) return;
  const first = at(0.05, 0.25);
  const call = (share: number, reached: boolean) => {
    const note = reached ? random.pick(phrases.remarks.contact.slice(0, 3)) : phrases.remarks.contact[3]!;
    events.push({
      share,
      happen: () => {
        // A day is the term; the careful call within the hour.
        const moment = Math.min(reaches(telling, share), later(telling, draft.at, 20 + random.below(420)));
        if (!act(draft, 'contact', moment, handler, { note, data: { reached } })) return false;
        if (reached)
          for (const clock of draft.row.clocks) if (clock.name === 'contact' && clock.stoppedAt === null) settle(clock, draft.at);
        return true;
      },
    });
  };
  if (lot < 0.16) {
    call(first, false);
    if (lot < 0.14) call(first * 1.2 + 0.02, true);
  } else call(first, true);
}

function settle(clock: { stoppedAt: Date | null; dueAt: Date; breached: boolean }, at: number): void {
  clock.stoppedAt = new Date(at);
  clock.breached = at > clock.dueAt.getTime();
}

function note(telling: Telling): boolean {
  const { draft, random, people, request } = telling;
  const officer = people.field('grid-officer', request.scene.place, random);
  return act(draft, 'note', later(telling, draft.at, 15 + random.below(240)), officer, { note: random.pick(phrases.remarks.note) });
}

function assistants(telling: Telling, events: Event[], at: At): void {
  const { draft, people } = telling;
  for (const part of openParts(draft).filter(({ role }) => role === 'assist')) {
    const helper = people.handler(people.organisation(part.organisationId), draft.row.index);
    const signs = at(0.1, 0.4);
    events.push({
      share: signs,
      happen: () => {
        if (!act(draft, 'sign-assist', reaches(telling, signs), helper)) return false;
        part.signedAt = new Date(draft.at);
        return true;
      },
    });
    const done = at(0.6, 0.95);
    events.push({ share: done, happen: () => completePart(draft, part, reaches(telling, done), helper, '已按分工配合完成') });
  }
}

function suspend(telling: Telling, handler: ActorRow): boolean {
  const { draft, details, random, people } = telling;
  const reason = random.pick(phrases.remarks.suspension);
  const cause = { 诉: 'reporter', 待: 'project', 连: 'weather', 已: 'law' }[reason[0] as '诉'];
  if (!ask(telling, 'suspension', reaches(telling, 0.4), handler, reason, { cause })) return false;
  const dispatcher = people.desk('dispatcher', random);
  const pause = { reason, approvedBy: dispatcher.name };
  if (
    !act(draft, 'grant-suspension', later(telling, draft.at, 30 + random.below(300)), dispatcher, {
      data: { cause, approvedBy: dispatcher.name },
      pause,
    })
  )
    return false;
  Object.assign(draft.row, { pending: null });
  details.ask = null;
  if (draft.over) return false;
  return act(draft, 'resume', later(telling, draft.at + (2 + random.next() ** 2 * 40) * DAY, 20), handler, {
    note: random.pick(phrases.remarks.resume),
  });
}

function extend(telling: Telling, handler: ActorRow): boolean {
  const { draft, details, random, people } = telling;
  const clock = resolution(draft.row)!;
  const asked = Math.max(reaches(telling, 0.6), draft.at + HOUR / 4);
  // Asked before it is due, or not at all.
  if (asked >= clock.dueAt.getTime()) return true;
  const amount = Math.max(1, Math.round(clock.limit.amount * random.between(0.3, 0.7)));
  if (!ask(telling, 'extension', asked, handler, random.pick(phrases.remarks.extension), { amount })) return false;
  const dispatcher = people.desk('dispatcher', random);
  const granted = random.chance(0.85);
  const data = granted ? { amount, unit: clock.limit.unit, approvedBy: dispatcher.name } : null;
  const said = granted ? { data } : { note: '理由不充分，请按原时限办理' };
  if (!act(draft, granted ? 'grant-extension' : 'refuse-extension', later(telling, draft.at, 20 + random.below(240)), dispatcher, said))
    return false;
  draft.row.pending = null;
  details.ask = null;
  if (granted) extendResolution(draft, amount);
  return true;
}

function ask(
  { draft, details }: Telling,
  kind: 'extension' | 'suspension',
  at: number,
  handler: ActorRow,
  reason: string,
  data: { amount?: number; cause?: string },
): boolean {
  if (!act(draft, `request-${kind}`, at, handler, { note: reason, data })) return false;
  draft.row.pending = kind;
  details.ask = { kind, at: new Date(draft.at).toISOString(), by: handler.name, organisationId: handler.organisationId, reason, ...data };
  return true;
}

function supervise({ draft, details, random, people, ...rest }: Telling, events: Event[], until: number): void {
  const telling: Telling = { draft, details, random, people, ...rest };
  for (const [grade, share, note] of [
    ['reminder', 0.93, phrases.remarks.supervise[0]],
    ['yellow', 1.15, phrases.remarks.supervise[1]],
    ['red', 1.6, phrases.remarks.supervise[2]],
  ] as const) {
    if (share > until) return;
    events.push({
      share,
      happen: () => {
        const supervisor = people.desk('supervisor', random);
        if (!act(draft, 'supervise', reaches(telling, share), supervisor, { note, data: { grade } })) return false;
        details.cards.push({ grade, at: new Date(draft.at).toISOString(), by: supervisor.name, reason: note });
        return true;
      },
    });
  }
}

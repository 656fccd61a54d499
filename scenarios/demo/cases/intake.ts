import { processTerm, shippedRules } from '@gongzhi/cases/terms';
import * as phrases from '../texts/phrases.ts';
import { act, startClock } from './draft.ts';
import { end } from './ending.ts';
import { systemActor } from './people.ts';
import type { ActorRow } from './rows.ts';
import { tell } from './story.ts';
import type { Telling } from './telling.ts';
import { MINUTE } from './working-clock.ts';

/** Records the request and decides what becomes of it: filed and worked on, or ended at the desk. */
export function takeIn(telling: Telling): void {
  const { draft, details, people, random, category, request } = telling;
  const { row } = draft;
  const recorder = recorderOf(telling);
  row.acts.push({
    action: 'record',
    at: row.openedAt,
    actor: recorder,
    from: null,
    to: 'recorded',
    visibility: 'public',
    note: null,
    data: { channel: row.channel },
  });
  const accept = processTerm('accept', row.urgency, shippedRules)!;
  startClock(draft, 'accept', null, accept, row.openedAt);
  if (row.channel === 'hotline' || row.channel === 'grid') row.category = category.code;
  if (draft.restIn === 'recorded') return;

  const desk = row.channel === 'hotline' ? people.desk('hotline-operator', random) : people.desk('dispatcher', random);
  const minutes =
    row.urgency === 3
      ? 1 + random.below(6)
      : random.chance(0.03)
        ? 125 + random.below(200)
        : row.channel === 'hotline'
          ? 2 + random.below(15)
          : 5 + random.below(90);
  const at = draft.at + minutes * MINUTE;
  const { repeatOf } = request;
  if (repeatOf) row.duplicateOf = repeatOf.index;
  const stillOpen = repeatOf && (repeatOf.closedAt === null || repeatOf.closedAt.getTime() > at);
  if (repeatOf && stillOpen && random.chance(0.88)) {
    if (!act(draft, 'join', at, desk, { note: random.pick(phrases.joinNotes), data: { to: repeatOf.number } })) return;
    details.joinedTo = repeatOf.number;
    end(row, 'duplicate');
    return;
  }
  const lot = draft.restIn === null ? random.next() : 1;
  if (lot < 0.02) {
    if (act(draft, 'reject', at, desk, { note: random.pick(phrases.remarks.reject) })) end(row, 'rejected');
    return;
  }
  if (lot < 0.042) {
    const to = random.below(phrases.remarks.divert.length);
    const data = { to: phrases.remarks.divertTo[to] };
    if (act(draft, 'divert', at, people.desk('dispatcher', random), { note: phrases.remarks.divert[to]!, data })) end(row, 'diverted');
    return;
  }
  if (lot < (/^(08|09|10|12)/.test(category.code) ? 0.14 : 0.055)) {
    answerDirectly(telling, at, desk);
    return;
  }
  if (!act(draft, 'file', at, desk, { data: { category: category.code, categoryName: category.name.zh } })) return;
  row.category = category.code;
  tell(telling);
}

/** A question that the desk can answer itself. */
function answerDirectly({ draft, details, random, category }: Telling, at: number, desk: ActorRow): void {
  const reply = random.pick(phrases.remarks.explained);
  if (!act(draft, 'answer-directly', at, desk, { note: reply, data: { outcome: 'explained' } })) return;
  draft.row.category = category.code;
  Object.assign(details, { reply, result: reply, proposedOutcome: 'explained' });
  end(draft.row, 'explained');
  act(draft, 'archive', draft.at + 15 * 86_400_000 + 3_600_000 + random.below(20_000_000), systemActor);
}

function recorderOf({ draft, people, random, request, reporter }: Telling): ActorRow {
  switch (draft.row.channel) {
    case 'hotline':
      return people.desk('hotline-operator', random);
    case 'grid':
      return people.field('grid-officer', request.scene.place, random);
    case 'walk-in':
      return people.field('community-worker', request.scene.place, random);
    case 'media':
      return people.desk('dispatcher', random);
    case 'resident':
      return reporter;
    default:
      return { kind: 'token', personId: null, name: '外部系统', postTitle: null, organisationId: null };
  }
}

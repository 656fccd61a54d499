import * as phrases from '../texts/phrases.ts';
import { act } from './draft.ts';
import { end } from './ending.ts';
import { evaluate } from './evaluation.ts';
import { dispatch, feedBack, rework, sendBack, sign } from './handling.ts';
import { meanwhile } from './meanwhile.ts';
import { publish } from './publication.ts';
import type { ActorRow } from './rows.ts';
import { answerTo } from './speech.ts';
import { later, reaches, type Telling } from './telling.ts';
import { MINUTE, minutesOf } from './working-clock.ts';

/** From filing to closing, and once more where the reporter does not accept the result. */
export function tell(telling: Telling): void {
  const { draft, details, people, random, reporter } = telling;
  publish(telling, 'at-filing');
  for (let round = 0; round < 2 && !draft.over; round++) {
    if (!assign(telling)) return;
    if (round === 0 && draft.restIn === null && random.chance(0.012)) {
      if (!act(draft, 'withdraw', reaches(telling, random.between(0.1, 0.4)), reporter, { note: random.pick(phrases.remarks.withdraw) }))
        return;
      for (const part of draft.row.parts) part.endedAt ??= new Date(draft.at);
      end(draft.row, 'withdrawn');
      return;
    }
    handle(telling);
    if (draft.over) return;
    publish(telling, 'at-closing');
    if (!evaluate(telling, round === 0)) return;
    // Not accepted: it goes back to the dispatcher.
    const data = { previousLead: draft.row.leadId };
    const by = random.chance(0.6) ? reporter : people.desk('callback-staff', random);
    if (!act(draft, 'reopen', later(telling, draft.at, 60 + random.below(900)), by, { note: random.pick(phrases.remarks.reopen), data }))
      return;
    for (const part of draft.row.parts) part.endedAt ??= new Date(draft.at);
    Object.assign(details, { reopens: details.reopens + 1, reporterRated: false, callBackAttempts: 0 });
    Object.assign(draft.row, { leadId: null, closedAt: null, outcome: null });
  }
}

/** Dispatches until a unit has signed: the first guess is now and then wrong. */
function assign(telling: Telling): boolean {
  const { draft, details, request, people, random } = telling;
  const line = people.line(request.category, request.scene.place);
  const mistaken = draft.row.parts.length === 0 && draft.restIn === null && random.chance(0.055);
  const forced = draft.restIn === 'objected';
  const pace = Math.min(0.06 * minutesOf(draft.resolve.limit), 90);
  for (let attempt = 0; attempt < 3; attempt++) {
    const lead = mistaken && attempt === 0 ? people.wrong(line.lead, random) : line.lead;
    const assist = lead === line.lead && line.assist.length > 0 && random.chance(0.45) ? line.assist.slice(0, 1 + random.below(2)) : [];
    const dispatcher = people.desk('dispatcher', random);
    if (
      !dispatch(
        draft,
        details,
        draft.at + (0.2 + random.next()) * pace * MINUTE,
        dispatcher,
        lead,
        assist,
        random.pick(phrases.remarks.dispatch),
      )
    )
      return false;
    const handler = people.handler(lead, request.index);
    const wrong = lead !== line.lead;
    if (attempt === 0 && (forced || random.chance(wrong ? 0.55 : 0.012))) {
      if (!object(telling, handler, wrong)) return false;
      if (draft.row.state === 'filed') continue;
    }
    if (!sign(draft, details, later(telling, draft.at, (0.3 + random.next() * 1.4) * pace), handler)) return false;
    if (!wrong) return true;
    if (!sendBack(draft, details, 'return', later(telling, draft.at, 30 + random.below(240)), handler, random.pick(phrases.remarks.return)))
      return false;
  }
  return false;
}

function object(telling: Telling, handler: ActorRow, right: boolean): boolean {
  const { draft, details, random, people } = telling;
  const reason = random.pick(phrases.remarks.object);
  if (
    !act(draft, 'object', later(telling, draft.at, 10 + random.below(60)), handler, {
      note: reason,
      data: {},
      pause: { reason, approvedBy: null },
    })
  )
    return false;
  draft.row.pending = 'objection';
  details.ask = {
    kind: 'objection',
    at: new Date(draft.at).toISOString(),
    by: handler.name,
    organisationId: handler.organisationId,
    reason,
  };
  if (draft.over) return false;
  const decided = later(telling, draft.at, 30 + random.below(300));
  const dispatcher = people.desk('dispatcher', random);
  if (right) return sendBack(draft, details, 'uphold-objection', decided, dispatcher, random.pick(phrases.remarks.uphold));
  if (!act(draft, 'overrule-objection', decided, dispatcher, { note: random.pick(phrases.remarks.overrule) })) return false;
  draft.row.pending = null;
  Object.assign(details, { ask: null, designated: true });
  return true;
}

/** From the signature to the closing. */
function handle(telling: Telling): void {
  const { draft, details, request, people, random } = telling;
  const lead = people.organisation(draft.row.leadId!);
  const handler = people.handler(lead, request.index);
  const short = minutesOf(draft.resolve.limit) <= 240 ? 1.3 : 1;
  const late = random.chance(Math.min(0.3, 0.066 * people.slowness(lead) * short));
  // The share of the time limit at which the case will be closed.
  const end = late ? 1.04 - Math.log(random.next() + 0.02) * 0.35 : 0.93 - 0.65 * random.next() ** 1.6;
  const again = random.chance(0.045);
  if (!meanwhile(telling, handler, end * (again ? 0.5 : 0.7), late)) return;
  const [kind, result] = outcomeOf(telling);
  if (
    !feedBack(
      draft,
      details,
      reaches(telling, end * (again ? 0.55 : 0.78)),
      handler,
      again ? answerTo(request.category, request.scene, random) : result,
      kind,
    )
  )
    return;
  if (again) {
    if (!rework(draft, details, reaches(telling, end * 0.62), people.desk('dispatcher', random), random.pick(phrases.remarks.rework)))
      return;
    if (!feedBack(draft, details, reaches(telling, end * 0.84), handler, result, kind)) return;
  }
  const by = people.desk('dispatcher', random);
  if (!act(draft, 'verify', reaches(telling, end * 0.92), by, { data: { first: details.reworks === 0 } })) return;
  const reply = random.pick(phrases.remarks.close);
  if (!act(draft, 'close', reaches(telling, end), by, { note: reply ? `${result}。${reply}` : result, data: { outcome: kind } })) return;
  details.reply = reply ? `${result}。${reply}` : result;
  Object.assign(draft.row, { closedAt: new Date(draft.at), outcome: kind });
}

function outcomeOf({ request, random }: Telling): [outcome: string, result: string] {
  const lot = random.next();
  if (lot < 0.1) return ['explained', random.pick(phrases.remarks.explained)];
  if (lot < 0.125) return ['unsolved', random.pick(phrases.remarks.unsolved)];
  return ['solved', answerTo(request.category, request.scene, random)];
}

import { childIdOf } from '../ids.ts';
import { dissatisfied, remarks } from '../texts/phrases.ts';
import { act, resolution } from './draft.ts';
import { systemActor } from './people.ts';
import type { ActorRow, DemoRating } from './rows.ts';
import { later, type Telling } from './telling.ts';
import { DAY, HOUR, MINUTE } from './working-clock.ts';

/** Days after closing in which the reporter may have it reopened; the case is archived after that. */
const WINDOW = 15 * DAY;

/**
 * Call-back, the reporter's own rating, and the archive.
 * @returns whether the case is to be reopened, which at most one of fifty is
 */
export function evaluate(telling: Telling, mayReopen: boolean): boolean {
  const { draft, details, people, random, reporter } = telling;
  const closed = draft.at;
  const lot = random.next();
  let unhappy = false;
  if (draft.row.reporter && lot < 0.16) {
    const given = judge(telling, 'reporter');
    if (!rate(telling, 'rate', draft.at + (5 + random.below(2000)) * MINUTE, reporter, given)) return false;
    details.reporterRated = true;
    unhappy = given.satisfaction! <= 2;
  } else if (draft.row.reporter && lot < 0.74) {
    const caller = people.desk('callback-staff', random);
    for (let attempt = 0; attempt < 2; attempt++) {
      const at = later(telling, draft.at, 60 + random.below(700));
      const reached = random.chance(0.82);
      const given = reached ? judge(telling, 'call-back') : null;
      if (!rate(telling, 'call-back', at, caller, given)) return false;
      details.callBackAttempts++;
      if (!given) continue;
      unhappy = given.satisfaction! <= 2 || given.resolved === false;
      break;
    }
  }
  if (mayReopen && unhappy && random.chance(0.22) && draft.at < closed + WINDOW - 3 * DAY) return true;
  // Archived by the nightly job.
  act(draft, 'archive', closed + WINDOW + HOUR + random.below(6 * HOUR), systemActor);
  return false;
}

function judge(telling: Telling, by: DemoRating['by']): DemoRating {
  const { draft, random } = telling;
  const { row } = draft;
  const clock = resolution(row)!;
  const sour = (clock.breached ? 0.18 : 0) + (row.outcome === 'solved' ? 0 : row.outcome === 'explained' ? 0.12 : 0.5);
  const lot = random.next();
  const satisfaction = lot < 0.02 + sour * 0.6 ? 1 : lot < 0.055 + sour ? 2 : lot < 0.2 + sour ? 3 : lot < 0.46 + sour ? 4 : 5;
  return {
    id: childIdOf(draft.family, 'rating', row.ratings.length),
    by,
    at: new Date(draft.at),
    contacted: row.acts.some(({ action, data }) => action === 'contact' && data?.reached === true) || random.chance(0.3),
    resolved: row.outcome === 'unsolved' ? false : random.chance(satisfaction <= 2 ? 0.35 : 0.97),
    satisfaction,
    reasons: satisfaction <= 2 ? [random.pick(dissatisfied)] : [],
    comment: random.chance(0.3) ? random.pick(remarks.comments) || null : null,
  };
}

function rate(telling: Telling, action: 'rate' | 'call-back', at: number, actor: ActorRow, given: DemoRating | null): boolean {
  const { draft } = telling;
  const data = given
    ? { reached: true, contacted: given.contacted, resolved: given.resolved, satisfaction: given.satisfaction, reasons: given.reasons }
    : { reached: false };
  if (!act(draft, action, at, actor, { note: given?.comment ?? null, data })) return false;
  if (!given) return true;
  given.at = new Date(draft.at);
  draft.row.ratings.push(given);
  for (const clock of draft.row.clocks) {
    if (clock.name !== 'call-back' || clock.stoppedAt !== null) continue;
    clock.stoppedAt = given.at;
    clock.breached = given.at > clock.dueAt;
  }
  return true;
}

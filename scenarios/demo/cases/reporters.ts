import type { Random } from '../random.ts';
import { personName, phoneNumber } from '../units/person-names.ts';
import type { ActorRow, CaseRow } from './rows.ts';

/** Few people call again and again: the first of the list the most. */
const REGULARS = 2500;

export interface Reporters {
  /** Somebody who reports, or null who leaves no name. */
  draw(channel: CaseRow['channel'], random: Random): CaseRow['reporter'];
}

export function createReporters(random: Random): Reporters {
  const regulars = Array.from({ length: REGULARS }, () => ({ name: personName(random), phone: phoneNumber(random) }));
  return {
    draw(channel, draw) {
      if (channel === 'grid') return null;
      if (draw.chance(channel === 'hotline' || channel === 'walk-in' ? 0.06 : 0.2)) return null;
      if (draw.chance(0.28)) return regulars[Math.floor(draw.next() ** 2.2 * REGULARS)]!;
      return { name: personName(draw), phone: phoneNumber(draw) };
    },
  };
}

/** The reporter as the author of an entry; contact data stays out of the history. */
export function asActor(reporter: CaseRow['reporter']): ActorRow {
  return { kind: reporter ? 'resident' : 'anonymous', personId: null, name: '诉求人', postTitle: null, organisationId: null };
}

import { fieldProblem, type Refusal } from '@gongzhi/platform/problems';
import { metresBetween, type Spot } from '../../patrol/rules/judge-place.ts';
import { musterProblems } from '../problems.ts';

export interface SignInCase {
  /** When the person was called, and when the sign-in is said to have been. */
  calledAt: Date;
  at: Date;
  now: Date;
  ended: boolean;
  code: string;
  /** Codes of the other musters that go on. */
  others: ReadonlySet<string>;
  given: { code: string | undefined; place: Spot | undefined };
  /** The place of the muster and those of its posts. */
  spots: readonly Spot[];
  radius: number;
}

/** Clocks of phones are wrong by a little. */
const ahead = 120_000;

/** By what a sign-in counts, and how far away it was; or why it does not. A code at hand goes before a place: it is read at the scene. */
export function judgeSignIn(one: SignInCase): { by: 'code' | 'place'; metres: number | null } | Refusal {
  if (one.ended) return musterProblems['muster-over']();
  if (one.at.getTime() > one.now.getTime() + ahead) return fieldProblem('at', 'lies in the future', 'a moment up to now');
  if (one.at < one.calledAt)
    return musterProblems['sign-in-before-call']({ detail: one.calledAt.toISOString(), more: { calledAt: one.calledAt } });
  const { code, place } = one.given;
  const metres = place && one.spots.length > 0 ? Math.round(Math.min(...one.spots.map((spot) => metresBetween(spot, place)))) : null;
  if (code !== undefined) {
    if (code === one.code) return { by: 'code', metres };
    return one.others.has(code)
      ? musterProblems['code-of-another']()
      : musterProblems['code-wrong']({ errors: [{ field: 'code', reason: 'is not the code' }] });
  }
  if (!place) return fieldProblem('code', 'is missing', 'the code that is shown at the scene, or place');
  if (metres === null) return musterProblems['sign-in-no-place']();
  return metres <= one.radius
    ? { by: 'place', metres }
    : musterProblems['sign-in-far']({ detail: `${metres} m`, more: { metres, radius: one.radius } });
}

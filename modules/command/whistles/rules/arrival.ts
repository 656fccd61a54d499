import { whistleProblems } from '../problems.ts';

export interface ArrivalAsked {
  now: Date;
  /** When it was on the phone, if it was uploaded later. */
  at: Date | null;
  calledAt: Date;
  scene: { longitude: number; latitude: number } | null;
  place: { longitude: number; latitude: number } | null;
  /** Whether the code was that of the scene at the moment of arrival; null: none was given. */
  code: boolean | null;
  /** How far from the scene is still there, in metres. */
  limit: number;
}
export interface Arrival {
  at: Date;
  metres: number | null;
  proof: 'place' | 'code';
}

/** Clocks of phones run a little ahead. */
const ahead = 60_000;

/**
 * Judges an arrival by time and by place or code. A code of the scene settles it; a place must lie near enough. Refuses what lies before the
 * call or in the future, what is too far away (telling how far), a wrong code, and what is shown by nothing.
 */
export function judgeArrival({ now, at, calledAt, scene, place, code, limit }: ArrivalAsked): Arrival {
  const moment = at ?? now;
  if (moment.getTime() > now.getTime() + ahead) throw whistleProblems['arrival-in-future']({ more: { now } });
  if (moment < calledAt) throw whistleProblems['arrival-before-call']({ more: { calledAt } });
  const when = moment > now ? now : moment;
  const metres = scene && place ? Math.round(metresBetween(scene, place)) : null;
  if (code === true) return { at: when, metres, proof: 'code' };
  if (code === false)
    throw whistleProblems['scene-code-wrong']({
      errors: [{ field: 'input.code', reason: 'wrong or changed', accepted: 'the code shown now' }],
    });
  if (!place)
    throw whistleProblems['arrival-unproved']({ errors: [{ field: 'input.place', reason: 'missing', accepted: 'place or code' }] });
  if (metres === null) throw whistleProblems['scene-without-point']();
  if (metres > limit)
    throw whistleProblems['arrival-far']({
      detail: `${metres} m from the scene, at most ${limit} m`,
      errors: [{ field: 'input.place', reason: 'too far from the scene', accepted: `at most ${limit} m` }],
      more: { metres, limit },
    });
  return { at: when, metres, proof: 'place' };
}

/** Distance on the sphere of the earth's mean radius, in metres. */
export function metresBetween(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(Math.min(1, half)));
}

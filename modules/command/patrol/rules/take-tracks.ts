export interface ShiftSpan {
  id: string;
  beganAt: Date;
  endedAt: Date | null;
}
export interface GivenShift {
  id: string;
  beganAt: string;
  endedAt?: string | undefined;
  handover?: string | undefined;
}
export interface TrackPoint {
  at: string;
  longitude: number;
  latitude: number;
}

/** Two phones tell of one shift: it began with the earlier beginning and ended with the later end. A longest shift is 16 hours. */
export function mergeShifts(
  known: readonly ShiftSpan[],
  given: readonly GivenShift[],
  correct: (at: Date) => Date,
): Map<string, ShiftSpan & { handover: string | null }> {
  const merged = new Map<string, ShiftSpan & { handover: string | null }>(known.map((shift) => [shift.id, { ...shift, handover: null }]));
  for (const shift of given) {
    const beganAt = correct(new Date(shift.beganAt));
    const endedAt = shift.endedAt ? correct(new Date(shift.endedAt)) : null;
    const before = merged.get(shift.id);
    const began = before && before.beganAt < beganAt ? before.beganAt : beganAt;
    const ended = before?.endedAt && (!endedAt || before.endedAt > endedAt) ? before.endedAt : endedAt;
    merged.set(shift.id, {
      id: shift.id,
      beganAt: began,
      endedAt: ended && ended < began ? began : ended,
      handover: shift.handover || before?.handover || null,
    });
  }
  return merged;
}

const longest = 16 * 3_600_000;

/** Keeps of a track what lies within the shift, each moment once, in order, as [longitude, latitude, moment]; the rest is dropped unread. */
export function onDuty(
  points: readonly TrackPoint[],
  shift: ShiftSpan | undefined,
  correct: (at: Date) => Date,
): [number, number, string][] {
  if (!shift) return [];
  const last = Math.min(shift.endedAt?.getTime() ?? Infinity, shift.beganAt.getTime() + longest);
  const kept = new Map<number, [number, number, string]>();
  for (const point of points) {
    const at = correct(new Date(point.at));
    if (at < shift.beganAt || at.getTime() > last) continue;
    kept.set(at.getTime(), [round(point.longitude), round(point.latitude), at.toISOString()]);
  }
  return [...kept].sort(([a], [b]) => a - b).map(([, point]) => point);
}

/** A metre is enough. */
const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;

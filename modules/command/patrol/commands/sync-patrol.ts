import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, BodyOf } from '@gongzhi/contract/route';
import { Refusal } from '@gongzhi/platform/problems';
import { toWgs84 } from '@gongzhi/territory';
import type { CommandCore } from '../../command.ts';
import { dayOf } from '../rules/due-days.ts';
import { judgeMoment } from '../rules/judge-moment.ts';
import { takeEntries } from '../rules/take-entries.ts';
import { mergeShifts, onDuty } from '../rules/take-tracks.ts';
import { selectKnown, writeSync } from '../store/sync.ts';
import type { PatrolRulesInForce } from './rules-in-force.ts';
import { turnIntoCase } from './turn-into-case.ts';

type Body = BodyOf<typeof patrol.sync>;
type Answer = AnswerOf<typeof patrol.sync>;

/**
 * Takes what a phone has written since it last had a network: two statements for a whole day, whatever its order and however often it is sent.
 * Every entry has an outcome of its own; what does not count is kept with the reason. Findings that are to be cases are opened after that,
 * each once; where that is refused the entry stays and says why, and a repeat of the batch tries again.
 */
export async function syncPatrol(core: CommandCore, rules: PatrolRulesInForce, actor: Actor, body: Body): Promise<Answer> {
  const receivedAt = core.now();
  const sentAt = new Date(body.sentAt);
  const officerId = actor.id as string;
  const correct = (at: Date) => judgeMoment(at, sentAt, receivedAt).at;
  const known = await selectKnown(core.database, {
    entries: body.entries.map((entry) => entry.id),
    points: [...new Set(body.entries.flatMap((entry) => (entry.pointId ? [entry.pointId] : [])))],
    shifts: [...new Set([...body.shifts.map((shift) => shift.id), ...body.tracks.map((track) => track.shiftId)])],
  });
  const areas = areasFor(actor, 'patrol.walk');
  const homeArea = areas.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const entries = takeEntries(body.entries, {
    sentAt,
    receivedAt,
    areas,
    homeArea,
    points: new Map(known.points.map((point) => [point.id, point])),
    toWgs84: (place) => {
      const [longitude = place.longitude, latitude = place.latitude] = toWgs84([place.longitude, place.latitude], place.system);
      return { longitude, latitude };
    },
  });
  const others = new Set(known.shifts.filter((shift) => shift.officerId !== officerId).map((shift) => shift.id));
  const shifts = mergeShifts(
    known.shifts.filter((shift) => shift.officerId === officerId),
    body.shifts.filter((shift) => !others.has(shift.id)),
    correct,
  );
  const tracks = body.tracks.map((track) => ({ ...track, kept: onDuty(track.points, shifts.get(track.shiftId), correct) }));
  const told = new Set(body.shifts.map((shift) => shift.id));
  const fresh = await writeSync(core.database, {
    officer: { id: officerId, name: actor.name },
    areaCode: homeArea,
    device: body.device,
    receivedAt,
    entries,
    shifts: [...shifts.values()].filter((shift) => told.has(shift.id)),
    tracks: tracks
      .filter((track) => track.kept.length > 0)
      .map((track) => ({ id: track.id, shiftId: track.shiftId, day: dayOf(new Date(track.kept[0]?.[2] as string)), points: track.kept })),
  });

  const before = new Map(known.entries.map((entry) => [entry.id, entry]));
  // Somebody else may have sent the same ids between the two statements: what they said is asked then.
  const raced = entries.filter((entry) => !fresh.has(entry.id) && !before.has(entry.id)).map((entry) => entry.id);
  if (raced.length > 0)
    for (const entry of (await selectKnown(core.database, { entries: raced, points: [], shifts: [] })).entries) before.set(entry.id, entry);

  const answers: Answer['entries'] = [];
  for (const entry of entries) {
    const kept = before.get(entry.id);
    const same = !kept || (kept.officerId === officerId && kept.digest === entry.digest);
    const outcome = fresh.has(entry.id) ? 'taken' : same ? 'known' : 'conflict';
    const opened =
      outcome !== 'conflict' && entry.wantsCase && !kept?.caseNumber
        ? await open(core, rules, actor, entry.id, asked(body, entry.id))
        : { caseNumber: same ? (kept?.caseNumber ?? null) : null, caseRefused: null };
    answers.push({
      id: entry.id,
      outcome,
      at: entry.at.toISOString(),
      adjusted: entry.adjusted,
      verdict: entry.verdict,
      metres: entry.metres,
      counted: entry.counted,
      because: entry.because,
      ...opened,
    });
  }
  return {
    receivedAt: receivedAt.toISOString(),
    entries: answers,
    shifts: body.shifts.map((shift) => ({ id: shift.id, outcome: others.has(shift.id) ? ('conflict' as const) : ('taken' as const) })),
    tracks: tracks.map((track) => ({ id: track.id, kept: track.kept.length, dropped: track.points.length - track.kept.length })),
  };
}

const asked = (body: Body, id: string) => body.entries.find((entry) => entry.id === id)?.asCase ?? { urgency: 1 };

async function open(
  core: CommandCore,
  rules: PatrolRulesInForce,
  actor: Actor,
  id: string,
  wanted: { category?: string | undefined; urgency: number },
): Promise<{ caseNumber: string | null; caseRefused: string | null }> {
  try {
    return { caseNumber: await turnIntoCase(core, rules, actor, id, wanted), caseRefused: null };
  } catch (error) {
    if (error instanceof Refusal) return { caseNumber: null, caseRefused: error.code };
    throw error;
  }
}

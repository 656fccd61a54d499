import { createHash } from 'node:crypto';
import type { EntryInput, setAside } from '@gongzhi/contract/patrol';
import type { z } from 'zod';
import { dayOf, lastDayOf, periodOf, type Rhythm } from './due-days.ts';
import { judgeMoment } from './judge-moment.ts';
import { counts, judgePlace, type PlaceVerdict } from './judge-place.ts';

export type Given = z.output<typeof EntryInput>;
export type Because = (typeof setAside)[number];

export interface KnownPoint extends Pick<Rhythm, 'frequency'> {
  id: string;
  areaCode: string;
  longitude: number;
  latitude: number;
  radius: number;
  code: string | null;
}

/** An entry as it is written: judged, never refused. */
export interface TakenEntry {
  id: string;
  kind: Given['kind'];
  areaCode: string;
  pointId: string | null;
  at: Date;
  deviceAt: Date;
  adjusted: 'clock' | 'future' | null;
  longitude: number | null;
  latitude: number | null;
  accuracy: number | null;
  verdict: PlaceVerdict | null;
  metres: number | null;
  counted: boolean;
  because: Because | null;
  text: string;
  details: Record<string, unknown>;
  wantsCase: boolean;
  /** First day of the period whose visit this is; null where it is none. */
  period: string | null;
  /** Last day of that period. */
  dueDay: string | null;
  digest: string;
}

export interface Surroundings {
  sentAt: Date;
  receivedAt: Date;
  /** Areas in which the officer walks, as code prefixes; the first is where entries without a point belong. */
  areas: readonly string[];
  homeArea: string;
  points: ReadonlyMap<string, KnownPoint>;
  toWgs84(place: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' | 'bd09' }): { longitude: number; latitude: number };
}

/** The same words give the same digest on every server. */
export const digestOf = (entry: Given): string => createHash('sha256').update(JSON.stringify(entry)).digest('base64url');

/**
 * Judges what a phone has written, in the order of its clock put right. Whatever is well formed is taken: what proves nothing is kept with the
 * reason why it does not count. The first of several lines with one id in a batch is the one.
 */
export function takeEntries(given: readonly Given[], around: Surroundings): TakenEntry[] {
  const seen = new Set<string>();
  return given
    .filter((entry) => !seen.has(entry.id) && seen.add(entry.id))
    .map((entry) => takeEntry(entry, around))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

function takeEntry(entry: Given, around: Surroundings): TakenEntry {
  const moment = judgeMoment(new Date(entry.at), around.sentAt, around.receivedAt);
  const point = entry.pointId ? around.points.get(entry.pointId) : undefined;
  const spot = entry.place ? around.toWgs84(entry.place) : null;
  const fix = spot && entry.place ? { ...spot, accuracy: entry.place.accuracy } : null;
  const place = point && entry.kind === 'check-in' ? judgePlace(point, fix, entry.code ?? null) : null;
  const because = whyNot(entry, moment.tooOld, point, place?.verdict ?? null, around.areas);
  // Without consent what was heard in a household is not kept: only that somebody came.
  const silent = entry.kind === 'visit' && entry.consent !== true;
  const visit = entry.kind === 'check-in' && because === null && point ? { rhythm: point, day: dayOf(moment.at) } : null;
  return {
    id: entry.id,
    kind: entry.kind,
    areaCode: point?.areaCode ?? around.homeArea,
    pointId: entry.pointId ?? null,
    at: moment.at,
    deviceAt: new Date(entry.at),
    adjusted: moment.adjusted,
    longitude: silent ? null : (spot?.longitude ?? null),
    latitude: silent ? null : (spot?.latitude ?? null),
    accuracy: silent ? null : (entry.place?.accuracy ?? null),
    verdict: place?.verdict ?? null,
    metres: place?.metres ?? null,
    counted: because === null,
    because,
    text: silent ? '' : entry.text,
    details: detailsOf(entry, silent),
    wantsCase: entry.asCase !== undefined && !silent,
    period: visit && periodOf(visit.rhythm, visit.day),
    dueDay: visit && lastDayOf(visit.rhythm, visit.day),
    digest: digestOf(entry),
  };
}

function whyNot(
  entry: Given,
  tooOld: boolean,
  point: KnownPoint | undefined,
  verdict: PlaceVerdict | null,
  areas: readonly string[],
): Because | null {
  if (tooOld) return 'too-old';
  const atPoint = entry.kind === 'check-in' || entry.kind === 'missed';
  if (atPoint && !entry.pointId) return 'point-missing';
  if (entry.pointId && !point) return 'point-unknown';
  if (point && !areas.some((area) => point.areaCode.startsWith(area))) return 'area-outside';
  if (entry.kind === 'missed' && entry.text === '') return 'no-reason';
  if (verdict === null || counts(verdict)) return null;
  return verdict === 'far' ? 'too-far' : 'no-place';
}

function detailsOf(entry: Given, silent: boolean): Record<string, unknown> {
  if (silent) return { consent: entry.consent ?? null };
  return {
    ...(entry.answers.length > 0 ? { answers: entry.answers } : {}),
    ...(entry.consent === undefined ? {} : { consent: entry.consent }),
    ...(entry.subject ? { subject: entry.subject } : {}),
    ...(entry.people === undefined ? {} : { people: entry.people }),
    ...(entry.solved === undefined ? {} : { solved: entry.solved }),
    ...(entry.asCase ? { asCase: entry.asCase } : {}),
    ...(entry.files.length > 0 ? { files: entry.files } : {}),
  };
}

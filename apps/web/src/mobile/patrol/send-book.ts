import type { KeptPhoto, KeptProblem } from '../outbox/entry.ts';
import { passes } from '../outbox/queue.ts';
import type { BookEntry, BookStore, SyncAnswer, SyncBody } from './book-entry.ts';

/** How the book reaches the server. Both reject with a problem that has `status` and `code`; status 0 is no network. */
export interface BookWire {
  upload(photo: KeptPhoto): Promise<string>;
  sync(body: SyncBody): Promise<SyncAnswer>;
}

interface Sending {
  store: BookStore;
  wire: BookWire;
  /** Whose book is sent. */
  by: string;
  device: string;
  now?: () => number;
}

const batch = 100;
const chunks = 10;
const uploadLasts = 20 * 3_600_000;

/**
 * Sends what waits, many lines in one request. A line is one line on the server by its id, so a request whose answer was lost is simply sent
 * again. Where a batch is refused for its shape its lines go one by one, so that one line cannot hold up the others. Answers whether all arrived.
 */
export async function sendBook({ store, wire, by, device, now = Date.now }: Sending): Promise<boolean> {
  try {
    const waiting = (await store.entries()).filter((entry) => entry.by === by && entry.state === 'waiting');
    for (const entry of waiting) await upload(store, wire, entry, now);
    const ready = (await store.entries()).filter((entry) => entry.by === by && entry.state === 'waiting');
    // Shifts first: what a track belongs to must be known.
    await sendDuty(store, wire, by, device, now);
    for (let from = 0; from < ready.length; from += batch) await sendLines(store, wire, device, ready.slice(from, from + batch), now);
    return true;
  } catch (error) {
    if (passes(problemOf(error))) return false;
    throw error;
  }
}

const problemOf = (error: unknown): KeptProblem => {
  const { status = 0, code = 'unknown', title = '', detail, errors } = error as Partial<KeptProblem>;
  return { status, code, title, detail, errors: errors ?? [] };
};

async function upload(store: BookStore, wire: BookWire, entry: BookEntry, now: () => number): Promise<void> {
  let current = entry;
  for (const [index, photo] of entry.photos.entries()) {
    if (photo.id !== null && now() - (photo.uploadedAt ?? 0) < uploadLasts) continue;
    const id = await wire.upload(photo);
    current = { ...current, photos: current.photos.with(index, { ...photo, id, uploadedAt: now() }) };
    await store.put(current);
  }
}

async function sendLines(store: BookStore, wire: BookWire, device: string, lines: readonly BookEntry[], now: () => number): Promise<void> {
  const body = {
    device,
    sentAt: new Date(now()).toISOString(),
    entries: lines.map((line) => ({ ...line.body, files: line.photos.flatMap((photo) => photo.id ?? []) })),
  };
  try {
    const answer = await wire.sync(body);
    const outcomes = new Map(answer.entries.map((one) => [one.id, one]));
    // What is no longer needed leaves the phone: the pictures. The words stay for the day, to be read.
    for (const line of lines)
      await store.put({ ...line, state: 'sent', photos: [], problem: null, outcome: outcomes.get(line.id) ?? null });
  } catch (error) {
    const problem = problemOf(error);
    if (passes(problem)) throw error;
    const [only, ...more] = lines;
    if (!only) return;
    if (more.length === 0) await store.put({ ...only, state: 'refused', problem });
    else for (const line of lines) await sendLines(store, wire, device, [line], now);
  }
}

async function sendDuty(store: BookStore, wire: BookWire, by: string, device: string, now: () => number): Promise<void> {
  const kept = await store.kept(by);
  if (!kept) return;
  const shifts = kept.shifts.filter((shift) => !shift.sent);
  const tracks = kept.tracks.filter((track) => track.points.length > 0).slice(0, chunks);
  if (shifts.length === 0 && tracks.length === 0) return;
  const named = new Set([...shifts.map((shift) => shift.id), ...tracks.map((track) => track.shiftId)]);
  await wire.sync({
    device,
    sentAt: new Date(now()).toISOString(),
    shifts: kept.shifts.filter((shift) => named.has(shift.id)).map(({ sent: _, ...shift }) => shift),
    tracks,
  });
  const sent = new Set(tracks.map((track) => track.id));
  const told = new Map(shifts.map((shift) => [shift.id, JSON.stringify(shift)]));
  const after = (await store.kept(by)) ?? kept;
  // What was walked while it was on its way stays; a chunk keeps only what came after.
  await store.keep({
    ...after,
    shifts: after.shifts.map((shift) => (told.get(shift.id) === JSON.stringify(shift) ? { ...shift, sent: true } : shift)),
    tracks: after.tracks.flatMap((track) => {
      if (!sent.has(track.id)) return [track];
      const length = tracks.find((one) => one.id === track.id)?.points.length ?? 0;
      const rest = track.points.slice(length);
      return rest.length > 0 ? [{ ...track, id: freshId(), points: rest }] : [];
    }),
  });
}

/** A new id of a line, a shift or a chunk; works on plain http too, where `crypto.randomUUID` is missing. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

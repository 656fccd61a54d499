import { matters } from '@gongzhi/contract/matters';
import type { EntryInput } from '@gongzhi/contract/patrol';
import { patrol } from '@gongzhi/contract/patrol';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../shell/api.ts';
import { useSession } from '../../shell/session.tsx';
import { type BookEntry, type BookStore, type Kept, nothingKept } from './book-entry.ts';
import { browserBook, memoryBook } from './book-store.ts';
import { freshId, sendBook } from './send-book.ts';

interface Shown {
  kept: Kept | null;
  entries: readonly BookEntry[];
  sending: boolean;
  /** The last try found no network. */
  offline: boolean;
}

let shown: Shown = { kept: null, entries: [], sending: false, offline: false };
const listeners = new Set<() => void>();
const show = (part: Partial<Shown>) => {
  shown = { ...shown, ...part };
  for (const listener of listeners) listener();
};

const opened: () => Promise<BookStore> = (() => {
  let opening: Promise<BookStore> | null = null;
  return () => {
    opening ??= browserBook().catch(memoryBook);
    return opening;
  };
})();

async function draw(by: string): Promise<void> {
  const store = await opened();
  const entries = (await store.entries())
    .filter((entry) => entry.by === by)
    .toSorted((a, b) => (String(a.body.at) < String(b.body.at) ? 1 : -1));
  show({ kept: (await store.kept(by)) ?? null, entries });
}

const device = () => /\(([^)]{1,50})/.exec(navigator.userAgent)?.[1] ?? 'web';
let running: Promise<void> | null = null;

/** Sends what waits; a second call while one runs waits for it. */
export function send(by: string): Promise<void> {
  running ??= (async () => {
    show({ sending: true });
    const store = await opened();
    const arrived = await sendBook({
      store,
      by,
      device: device(),
      wire: {
        async upload(photo) {
          const form = new FormData();
          form.append('file', photo.blob, photo.name);
          return (await call(matters.upload, { form })).id;
        },
        sync: (body) => call(patrol.sync, { body }),
      },
    }).catch(() => false);
    show({ sending: false, offline: !arrived });
    await draw(by);
  })().finally(() => {
    running = null;
  });
  return running;
}

/** Reads the day's list anew and keeps it; without a network the kept one stays. */
export async function refresh(by: string, name: string): Promise<void> {
  const store = await opened();
  try {
    const today = await call(patrol.today, { query: {} });
    const kept = (await store.kept(by)) ?? nothingKept(by, name);
    const known = today.shift && !kept.shifts.some((shift) => shift.id === today.shift?.id);
    await store.keep({
      ...kept,
      name,
      today,
      shifts: known && today.shift ? [...kept.shifts, { ...today.shift, sent: true }] : kept.shifts,
    });
    for (const entry of await store.entries())
      if (entry.by === by && entry.state === 'sent' && Date.now() - Date.parse(String(entry.body.at)) > 2 * 86_400_000)
        await store.remove(entry.id);
    show({ offline: false });
  } catch {
    show({ offline: true });
  }
  await draw(by);
}

/** Writes a line down first, then sends: a page that dies in between loses nothing. */
export async function write(
  by: string,
  body: Omit<EntryInput, 'id' | 'at'>,
  photos: readonly { name: string; blob: Blob }[] = [],
): Promise<void> {
  const store = await opened();
  const id = freshId();
  await store.put({
    id,
    by,
    body: { ...body, id, at: new Date().toISOString() },
    photos: photos.map((photo) => ({ ...photo, id: null, uploadedAt: null })),
    state: 'waiting',
    outcome: null,
    problem: null,
  });
  await draw(by);
  void send(by);
}

export async function drop(by: string, id: string): Promise<void> {
  await (await opened()).remove(id);
  await draw(by);
}

async function change(by: string, to: (kept: Kept) => Kept): Promise<void> {
  const store = await opened();
  const kept = await store.kept(by);
  if (!kept) return;
  await store.keep(to(kept));
  await draw(by);
}

export const onDuty = (kept: Kept | null) => kept?.shifts.findLast((shift) => !shift.endedAt) ?? null;

export async function beginDuty(by: string): Promise<void> {
  await change(by, (kept) => ({
    ...kept,
    shifts: [...kept.shifts.slice(-5), { id: freshId(), beganAt: new Date().toISOString(), sent: false }],
  }));
  void send(by);
}
export async function endDuty(by: string, handover: string): Promise<void> {
  await change(by, (kept) => ({
    ...kept,
    shifts: kept.shifts.map((shift) =>
      shift.endedAt ? shift : { ...shift, endedAt: new Date().toISOString(), ...(handover ? { handover } : {}), sent: false },
    ),
  }));
  void send(by);
}

/** A step of the way, while on duty. */
async function step(by: string, at: GeolocationPosition): Promise<void> {
  await change(by, (kept) => {
    const shift = onDuty(kept);
    if (!shift) return kept;
    const point = {
      at: new Date(at.timestamp).toISOString(),
      longitude: at.coords.longitude,
      latitude: at.coords.latitude,
      accuracy: Math.round(at.coords.accuracy),
    };
    const last = kept.tracks.at(-1);
    const grows = last && last.shiftId === shift.id && last.points.length < 500;
    return {
      ...kept,
      tracks: grows
        ? kept.tracks.with(-1, { ...last, points: [...last.points, point] })
        : [...kept.tracks, { id: freshId(), shiftId: shift.id, points: [point] }],
    };
  });
}

const stride = 30_000;

/** The officer's book: sent when the network comes back, kept while it is away; while on duty and in view, the way is noted every half minute. */
export function useBook(): Shown & { by: string | null } {
  const session = useSession();
  const state = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  const own = session?.kind === 'staff' ? session.id : null;
  const name = session?.name ?? '';
  const by = own ?? (navigator.onLine ? null : (state.kept?.by ?? null));
  useEffect(() => {
    if (own) void refresh(own, name).then(() => send(own));
    // Without a network nobody can say who is signed in: the phone shows the book of whoever used it last, and sends it only under that session.
    else if (!navigator.onLine)
      void opened()
        .then((store) => store.lastKept())
        .then((kept) => kept && draw(kept.by));
  }, [own, name]);
  useEffect(() => {
    if (!own) return;
    const back = () => void refresh(own, name).then(() => send(own));
    addEventListener('online', back);
    const timer = setInterval(() => navigator.onLine && void send(own), 60_000);
    return () => {
      removeEventListener('online', back);
      clearInterval(timer);
    };
  }, [own, name]);
  const duty = onDuty(state.kept)?.id ?? null;
  useEffect(() => {
    if (!duty || !by || !window.isSecureContext || !navigator.geolocation) return;
    let last = 0;
    const watch = navigator.geolocation.watchPosition(
      (at) => {
        if (at.timestamp - last < stride) return;
        last = at.timestamp;
        void step(by, at);
      },
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 10_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [duty, by]);
  return { ...state, kept: state.kept?.by === by ? state.kept : null, entries: state.kept?.by === by ? state.entries : [], by };
}

/** A line of the book has become a case by a later tap. */
export async function recordCase(by: string, id: string, number: string): Promise<void> {
  const store = await opened();
  const entry = (await store.entries()).find((one) => one.id === id);
  if (entry?.outcome) await store.put({ ...entry, outcome: { ...entry.outcome, caseNumber: number, caseRefused: null } });
  await draw(by);
}

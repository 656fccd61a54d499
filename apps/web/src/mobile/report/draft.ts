import { useEffect, useRef, useState } from 'react';
import { type Photos, usePhotos } from '../../kit/photo-picker.tsx';
import { phoneDatabase } from '../outbox/browser-store.ts';
import type { Entry } from '../outbox/entry.ts';

/** What somebody has written and not sent. Who they are is not in it: it would lie on the phone of whoever opens it next. */
export interface Draft {
  words: string;
  category: string;
  urgency: number;
  place: { longitude: number; latitude: number } | null;
  areaCode: string;
  areaName: string;
  address: string;
  photos: readonly { name: string; blob: Blob }[];
}
export const emptyDraft: Draft = { words: '', category: '', urgency: 1, place: null, areaCode: '', areaName: '', address: '', photos: [] };
export type DraftName = Exclude<Entry['route'], 'act'>;

export async function saveDraft(name: DraftName, draft: Draft): Promise<void> {
  // A browser that keeps nothing has no drafts; the page goes on.
  await phoneDatabase()
    .then((database) => database.put('draft', draft, name))
    .catch(() => undefined);
}
const readDraft = (name: DraftName): Promise<Draft | undefined> =>
  phoneDatabase()
    .then((database) => database.get('draft', name))
    .catch(() => undefined);
async function dropDraft(name: DraftName): Promise<void> {
  await phoneDatabase()
    .then((database) => database.delete('draft', name))
    .catch(() => undefined);
}

/** A refused report as a draft again. */
export function draftOf({ body, photos }: Entry): Draft {
  const { body: words, category, urgency, place, areaCode, address } = body as Partial<Record<string, never>>;
  return {
    ...emptyDraft,
    words: words ?? '',
    category: category ?? '',
    urgency: urgency ?? 1,
    place: place ?? null,
    areaCode: areaCode ?? '',
    address: address ?? '',
    photos: photos.map(({ name, blob }) => ({ name, blob })),
  };
}

export interface Drafting {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  photos: Photos;
  /** False until what was kept is there again. */
  ready: boolean;
  /** Something from an earlier visit stands in it. */
  restored: boolean;
  clear: () => void;
}

/** The draft of this form, kept as it is written. */
export function useDraft(name: DraftName): Drafting {
  const photos = usePhotos();
  const [draft, setDraft] = useState(emptyDraft);
  const [state, setState] = useState({ ready: false, restored: false });
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void readDraft(name).then((kept) => {
      if (kept) setDraft(kept);
      if (kept?.photos.length) void photos.add(kept.photos.map((photo) => new File([photo.blob], photo.name, { type: photo.blob.type })));
      setState({ ready: true, restored: Boolean(kept && (kept.words || kept.photos.length > 0 || kept.address)) });
    });
  }, []);
  const kept = photos.photos.flatMap(({ name: file, blob }) => (blob ? [{ name: file, blob }] : []));
  const print = kept.map(({ name: file, blob }) => `${file} ${blob.size}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: photos are compared by their print
  useEffect(() => {
    if (!state.ready || photos.busy) return;
    const timer = setTimeout(() => {
      const next = { ...draft, photos: kept };
      const empty = !next.words && next.photos.length === 0 && !next.place && !next.areaCode && !next.address;
      void (empty ? dropDraft(name) : saveDraft(name, next));
    }, 400);
    return () => clearTimeout(timer);
  }, [draft, print, state.ready, photos.busy]);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    photos,
    ...state,
    clear: () => {
      setDraft(emptyDraft);
      setState({ ready: true, restored: false });
      photos.clear();
      void dropDraft(name);
    },
  };
}

import { useEffect, useReducer, useRef } from 'react';
import { shrink } from './shrink.ts';

export interface Photo {
  key: number;
  name: string;
  /** What is sent; there once it was made smaller. */
  blob: Blob | null;
  /** Address of the picture in this page. */
  preview: string;
  state: 'shrinking' | 'uploading' | 'ready' | 'failed';
  percent: number;
  /** What the server calls it; null until it was sent, or where nothing is sent yet (no network). */
  id: string | null;
}

/** Sends one photo and says how far it is; answers with its id. */
export type Upload = (blob: Blob, name: string, onProgress: (percent: number) => void) => Promise<{ id: string }>;

const mostBytes = 20_000_000;
let last = 0;

/**
 * The photos of a form: made smaller, sent while the person goes on writing, sent again where that failed. Without `upload`
 * they are only kept, and `photos[].blob` is for the page to send later.
 */
export function usePhotos({ upload, max = 9 }: { upload?: Upload; max?: number } = {}) {
  const list = useRef<Photo[]>([]);
  const refused = useRef<{ name: string; why: 'tooLarge' | 'notImage' } | null>(null);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      for (const { preview } of list.current) URL.revokeObjectURL(preview);
    };
  }, []);
  const change = (key: number, part: Partial<Photo>) => {
    list.current = list.current.map((photo) => (photo.key === key ? { ...photo, ...part } : photo));
    if (alive.current) draw();
  };
  const send = async (key: number) => {
    const photo = list.current.find((item) => item.key === key);
    if (!photo?.blob || !upload) return;
    change(key, { state: 'uploading', percent: 0 });
    try {
      const { id } = await upload(photo.blob, photo.name, (percent) => change(key, { percent }));
      change(key, { state: 'ready', id, percent: 100 });
    } catch {
      change(key, { state: 'failed' });
    }
  };
  const add = async (files: Iterable<File>) => {
    refused.current = null;
    for (const file of files) {
      if (list.current.length >= max) break;
      if (!file.type.startsWith('image/') || file.size > mostBytes) {
        refused.current = { name: file.name, why: file.type.startsWith('image/') ? 'tooLarge' : 'notImage' };
        draw();
        continue;
      }
      last += 1;
      const key = last;
      list.current = [
        ...list.current,
        {
          key,
          name: file.name.replace(/\.\w+$/, '.jpg'),
          blob: null,
          preview: URL.createObjectURL(file),
          state: 'shrinking',
          percent: 0,
          id: null,
        },
      ];
      draw();
      change(key, { blob: await shrink(file), state: upload ? 'uploading' : 'ready' });
      void send(key);
    }
  };
  return {
    photos: list.current as readonly Photo[],
    refused: refused.current,
    left: max - list.current.length,
    mostMegabytes: mostBytes / 1_000_000,
    /** Something is still on its way. */
    busy: list.current.some(({ state }) => state === 'shrinking' || state === 'uploading'),
    ids: list.current.flatMap(({ id }) => (id ? [id] : [])),
    add,
    retry: send,
    remove: (key: number) => {
      const gone = list.current.find((photo) => photo.key === key);
      if (gone) URL.revokeObjectURL(gone.preview);
      list.current = list.current.filter((photo) => photo.key !== key);
      draw();
    },
    clear: () => {
      for (const { preview } of list.current) URL.revokeObjectURL(preview);
      list.current = [];
      draw();
    },
  };
}
export type Photos = ReturnType<typeof usePhotos>;

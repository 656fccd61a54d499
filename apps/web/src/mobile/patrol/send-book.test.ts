import { describe, expect, it } from 'vitest';
import { type BookEntry, nothingKept, type SyncBody } from './book-entry.ts';
import { memoryBook } from './book-store.ts';
import { type BookWire, freshId, sendBook } from './send-book.ts';

const refusal = (status: number, code: string) => Object.assign(new Error(code), { status, code, title: code });
const line = (text: string, more: Partial<BookEntry> = {}): BookEntry => {
  const id = freshId();
  return {
    id,
    by: 'me',
    body: { id, kind: 'diary', at: '2026-03-01T09:00:00+08:00', text },
    photos: [],
    state: 'waiting',
    outcome: null,
    problem: null,
    ...more,
  };
};

function world() {
  const store = memoryBook();
  const requests: SyncBody[] = [];
  const failures: Error[] = [];
  let uploads = 0;
  const wire: BookWire = {
    async upload() {
      uploads += 1;
      return `photo-${uploads}`;
    },
    async sync(body) {
      requests.push(structuredClone(body));
      const failure = failures.shift();
      if (failure) throw failure;
      if (body.entries?.some((entry) => entry.text === '坏')) throw refusal(400, 'invalid-input');
      const entries = (body.entries ?? []).map((entry) => ({ id: entry.id, outcome: 'taken', caseNumber: null }));
      return { receivedAt: '', entries, shifts: [], tracks: [] } as never;
    },
  };
  const send = () => sendBook({ store, wire, by: 'me', device: '手机' });
  return { store, requests, failures, send, uploads: () => uploads };
}
const states = async (store: ReturnType<typeof memoryBook>) => (await store.entries()).map((entry) => entry.state);

describe('the patrol book of a phone', () => {
  it('sends a whole day in one request', async () => {
    const { store, requests, send } = world();
    for (const text of ['一', '二', '三']) await store.put(line(text));
    expect(await send()).toBe(true);
    expect(requests).toHaveLength(1);
    expect(await states(store)).toEqual(['sent', 'sent', 'sent']);
  });

  it('keeps everything where there is no network, and sends the same lines later', async () => {
    const { store, requests, failures, send } = world();
    await store.put(line('一'));
    failures.push(refusal(0, 'offline'));
    expect(await send()).toBe(false);
    expect(await states(store)).toEqual(['waiting']);
    await send();
    expect(requests.map((body) => body.entries?.[0]?.id)).toEqual([(await store.entries())[0]!.id, (await store.entries())[0]!.id]);
  });

  it('lets one line that is refused hold up none of the others', async () => {
    const { store, send } = world();
    for (const text of ['一', '坏', '三']) await store.put(line(text));
    expect(await send()).toBe(true);
    expect((await states(store)).toSorted()).toEqual(['refused', 'sent', 'sent']);
  });

  it('sends nothing of another person', async () => {
    const { store, requests, send } = world();
    await store.put(line('别人的', { by: 'other' }));
    await send();
    expect(requests).toEqual([]);
  });

  it('uploads a photo once and drops it from the phone when its line has arrived', async () => {
    const { store, requests, failures, send, uploads } = world();
    await store.put(line('一', { photos: [{ name: 'a.jpg', blob: new Blob(['a']), id: null, uploadedAt: null }] }));
    failures.push(refusal(503, 'starting'));
    await send();
    await send();
    expect(uploads()).toBe(1);
    expect(requests.at(-1)?.entries?.[0]?.files).toEqual(['photo-1']);
    expect((await store.entries())[0]!.photos).toEqual([]);
  });

  it('sends the way walked on duty with its shift, and keeps what was walked meanwhile', async () => {
    const { store, requests, send } = world();
    const shiftId = freshId();
    const point = (n: number) => ({ at: `2026-03-01T09:0${n}:00Z`, longitude: 114, latitude: 30, accuracy: 5 });
    const track = { id: freshId(), shiftId, points: [point(1), point(2)] };
    await store.keep({
      ...nothingKept('me', '王'),
      shifts: [{ id: shiftId, beganAt: '2026-03-01T08:00:00Z', sent: false }],
      tracks: [track],
    });
    const sending = send();
    const kept = (await store.kept('me'))!;
    await store.keep({ ...kept, tracks: [{ ...track, points: [...track.points, point(3)] }] });
    await sending;
    expect(requests[0]).toMatchObject({ shifts: [{ id: shiftId }], tracks: [{ id: track.id }] });
    const left = (await store.kept('me'))!;
    expect(left.shifts[0]!.sent).toBe(true);
    const walked = [...(requests[0]!.tracks?.[0]?.points ?? []), ...left.tracks.flatMap((one) => one.points)];
    expect(walked.map((one) => one.at)).toEqual([point(1).at, point(2).at, point(3).at]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Entry, type OutboxStore, overtaken } from './entry.ts';
import { memoryStore } from './memory-store.ts';
import { backOff, createQueue, passes, type Wire } from './queue.ts';

const problem = (status: number, code: string) => Object.assign(new Error(code), { status, code, title: code });
const offline = () => problem(0, 'offline');
const answer = { number: 'GZ202601010000001', areaName: '第一网格', followToken: 'x'.repeat(24), title: '路灯不亮' };
const entry = (more: Partial<Entry> = {}): Entry => ({
  key: 'key-1',
  route: 'report',
  act: null,
  by: null,
  body: { body: '路灯不亮' },
  photos: [],
  createdAt: 0,
  state: 'waiting',
  tries: 0,
  nextAt: 0,
  leaseUntil: 0,
  attempted: false,
  problem: null,
  answer: null,
  ...more,
});
const photo = () => ({ name: 'a.jpg', blob: new Blob(['a']), id: null, uploadedAt: null });

/** A server that keeps one case per key, and a clock that the test moves. */
function world({ store = memoryStore(), who = null as string | null } = {}) {
  const created = new Map<string, string>();
  const sent: { key: string; files: readonly string[] }[] = [];
  const fail: { upload: Error[]; before: Error[]; after: Error[] } = { upload: [], before: [], after: [] };
  let uploads = 0;
  const clock = { at: 1_000_000, person: who };
  const wire: Wire = {
    async upload() {
      const error = fail.upload.shift();
      if (error) throw error;
      uploads += 1;
      return `photo-${uploads}`;
    },
    async send({ key }, files) {
      const before = fail.before.shift();
      if (before) throw before;
      sent.push({ key, files });
      const request = JSON.stringify(files);
      if (created.has(key) && created.get(key) !== request) throw problem(409, 'idempotency-mismatch');
      created.set(key, request);
      const after = fail.after.shift();
      if (after) throw after;
      return answer;
    },
  };
  const queueOn = (shared: OutboxStore) => createQueue({ store: shared, wire, who: () => clock.person, now: () => clock.at });
  return { store, queue: queueOn(store), other: () => queueOn(store), created, sent, fail, clock, uploads: () => uploads };
}
const only = async (queue: ReturnType<typeof createQueue>) => (await queue.all())[0]!;

const acting = (more: Partial<Entry> = {}, version = 3) =>
  entry({
    route: 'act',
    act: {
      number: 'GZ202601010000001',
      title: '路灯不亮',
      action: 'contact',
      label: { zh: '联系', en: 'Contact' },
      version,
      seen: 5,
      stage: 'after',
    },
    ...more,
  });

describe('acts of staff in the outbox', () => {
  /** A matter that takes an act only from who has seen its present version. */
  function matter(at: number) {
    const store = memoryStore();
    const done: string[] = [];
    const state = { version: at };
    const wire: Wire = {
      upload: async () => 'photo-1',
      async send({ key, act }) {
        if (act!.version !== state.version) throw problem(409, 'version-passed');
        state.version += 1;
        done.push(key);
        return { ...answer, version: state.version };
      },
    };
    return { queue: createQueue({ store, wire, who: () => null, now: () => 1_000_000 }), done, state };
  }

  it('go out in the order in which they were done, each to what the one before has made of the matter', async () => {
    const { queue, done } = matter(3);
    await queue.add(acting({ key: 'z-first', createdAt: 1 }));
    await queue.add(acting({ key: 'a-second', createdAt: 2 }));
    await queue.sendDue();
    expect(done).toEqual(['z-first', 'a-second']);
  });

  it('wait for the person where somebody else was first, and go out to the matter as it is once the person says so', async () => {
    const { queue, done } = matter(4);
    await queue.add(acting());
    await queue.sendDue();
    expect(overtaken(await only(queue))).toBe(true);
    await queue.sendDue();
    expect(done).toEqual([]);
    await queue.apply('key-1', { version: 4, seen: 6 });
    await queue.sendDue();
    expect(done).toEqual(['key-1']);
    expect((await only(queue)).state).toBe('sent');
  });

  it('that are added while others are sent go out in the same go', async () => {
    const { queue, done } = matter(3);
    await queue.add(acting({ key: 'one' }));
    const sending = queue.sendDue();
    await queue.add(acting({ key: 'two', createdAt: 5 }, 4));
    await Promise.all([sending, queue.sendDue()]);
    expect(done).toEqual(['one', 'two']);
  });
});

describe('the outbox', () => {
  it('sends what waits and keeps the number, but neither words nor pictures', async () => {
    const { queue, created } = world();
    await queue.add(entry({ photos: [photo()] }));
    await queue.sendDue();
    expect(await only(queue)).toMatchObject({ state: 'sent', answer, body: {}, photos: [] });
    expect(created.size).toBe(1);
  });

  it('keeps what finds no network, and sends it under the same key later', async () => {
    const { queue, fail, clock, sent } = world();
    fail.before.push(offline(), offline());
    await queue.add(entry());
    await queue.sendDue();
    expect(await only(queue)).toMatchObject({ state: 'waiting', tries: 1, problem: { code: 'offline' } });
    clock.at += backOff(1);
    await queue.sendDue();
    clock.at += backOff(2);
    await queue.sendDue();
    expect((await only(queue)).state).toBe('sent');
    expect(sent.map(({ key }) => key)).toEqual(['key-1']);
  });

  it('makes one case where the answer was lost on the way', async () => {
    const { queue, fail, clock, created, sent } = world();
    fail.after.push(offline());
    await queue.add(entry({ photos: [photo()] }));
    await queue.sendDue();
    clock.at += 30 * 3_600_000;
    await queue.sendDue();
    expect((await only(queue)).state).toBe('sent');
    expect(sent).toEqual([
      { key: 'key-1', files: ['photo-1'] },
      { key: 'key-1', files: ['photo-1'] },
    ]);
    expect(created.size).toBe(1);
  });

  it('sends once where two pages and several callers send at the same time', async () => {
    const { queue, other, sent } = world();
    await queue.add(entry());
    const second = other();
    await Promise.all([queue.sendDue(), queue.sendDue(), second.sendDue(), second.sendDue()]);
    await queue.sendDue();
    expect(sent).toHaveLength(1);
  });

  it('takes a report once where the button is pressed twice', async () => {
    const { queue, sent } = world();
    await queue.add(entry());
    await queue.sendDue();
    await queue.add(entry());
    await queue.sendDue();
    expect(sent).toHaveLength(1);
    expect(await queue.all()).toHaveLength(1);
  });

  it('takes up again what a closed page left in the middle, but not before its lease is over', async () => {
    const { queue, clock, sent } = world();
    await queue.add(entry({ state: 'sending', leaseUntil: clock.at + 60_000, attempted: true }));
    await queue.sendDue();
    expect(sent).toHaveLength(0);
    expect(await queue.drop('key-1')).toBe(false);
    clock.at += 60_001;
    await queue.sendDue();
    expect(sent).toHaveLength(1);
  });

  it('waits longer after every failure, up to ten minutes, unless it is hurried', async () => {
    expect([1, 2, 3, 4, 5, 9].map(backOff)).toEqual([5000, 15_000, 45_000, 135_000, 405_000, 600_000]);
    const { queue, fail, clock, sent } = world();
    fail.before.push(offline());
    await queue.add(entry());
    await queue.sendDue();
    clock.at += backOff(1) - 1;
    await queue.sendDue();
    expect(sent).toHaveLength(0);
    await queue.hurry();
    await queue.sendDue();
    expect(sent).toHaveLength(1);
  });

  it.each([
    [400, 'invalid-input'],
    [422, 'place-missing'],
    [409, 'idempotency-mismatch'],
    [413, 'too-large'],
  ])('leaves a refusal (%i %s) to the person and does not send it again', async (status, code) => {
    const { queue, fail, clock, sent } = world();
    fail.before.push(problem(status, code));
    await queue.add(entry());
    await queue.sendDue();
    expect(await only(queue)).toMatchObject({ state: 'refused', problem: { code } });
    clock.at += 86_400_000;
    await queue.hurry();
    await queue.sendDue();
    expect(sent).toHaveLength(0);
  });

  it('goes on by itself after what passes by itself', () => {
    const codes = [problem(0, 'offline'), problem(401, 'sign-in-required'), problem(429, 'too-many-requests'), problem(503, 'starting')];
    expect([...codes, problem(409, 'idempotency-running')].every(passes)).toBe(true);
    expect(passes(problem(409, 'idempotency-mismatch'))).toBe(false);
  });

  it('uploads each photo once, however often the network breaks in between', async () => {
    const { queue, fail, clock, sent, uploads } = world();
    await queue.add(entry({ photos: [photo(), photo()] }));
    fail.before.push(offline());
    await queue.sendDue();
    expect(uploads()).toBe(2);
    clock.at += backOff(1);
    await queue.sendDue();
    expect(uploads()).toBe(2);
    expect(sent[0]!.files).toEqual(['photo-1', 'photo-2']);
  });

  it('uploads a photo again that the server has thrown away before the report was sent', async () => {
    const { queue, fail, clock, sent } = world();
    await queue.add(entry({ photos: [photo(), photo()] }));
    fail.upload.push(undefined as never, offline());
    await queue.sendDue();
    expect((await only(queue)).photos.map(({ id }) => id)).toEqual(['photo-1', null]);
    clock.at += 25 * 3_600_000;
    await queue.sendDue();
    expect(sent[0]!.files).toEqual(['photo-2', 'photo-3']);
  });

  it('sends a report only under the session of who wrote it, and an anonymous one under any', async () => {
    const { queue, clock, sent } = world({ who: 'somebody else' });
    await queue.add(entry({ key: 'hers', by: 'she' }));
    await queue.add(entry({ key: 'nobody’s' }));
    await queue.sendDue();
    expect(sent.map(({ key }) => key)).toEqual(['nobody’s']);
    clock.person = 'she';
    await queue.sendDue();
    expect(sent.map(({ key }) => key)).toEqual(['nobody’s', 'hers']);
  });
});

import { expect, test } from 'vitest';
import { contentDigest, entryHash, genesis } from './entry-hash.ts';
import { sealHistory } from './seal-history.ts';

const matterId = '01900000-0000-7000-8000-000000000001';
const entry = (note: string | null, data: Record<string, unknown> | null, actorId: string | null, from: string | null) => ({
  at: new Date('2026-03-02T01:02:03.004Z'),
  actorKind: 'staff',
  actorId,
  action: 'note',
  from,
  to: 'doing',
  visibility: 'internal',
  note,
  data,
});
const story = [
  entry(null, null, null, null),
  entry('路灯不亮\n😀', { b: 1, a: ['夜里', new Date(0)] }, matterId, 'doing'),
  entry('长'.repeat(40_000), {}, matterId, 'doing'),
  entry('', { note: null }, null, 'doing'),
];

test('a history sealed as a whole has the hashes that its entries have one by one', () => {
  const { seals, head } = sealHistory(matterId, story);
  let previous: Buffer = genesis;
  for (const [index, { note, data, ...core }] of story.entries()) {
    const seal = seals[index]!;
    const digest = contentDigest(Buffer.from(seal.salt, 'hex'), note, data);
    previous = entryHash(previous, { ...core, matterId, no: index + 1 }, digest);
    expect([seal.digest, seal.hash]).toEqual([digest.toString('hex'), previous.toString('hex')]);
  }
  expect(head).toBe(previous.toString('hex'));
});

test('every entry has a salt of its own', () => {
  const { seals } = sealHistory(matterId, story);
  expect(new Set(seals.map(({ salt }) => salt)).size).toBe(story.length);
  expect(seals.every(({ salt }) => salt.length === 32)).toBe(true);
});

test('a history without entries ends at the beginning', () => {
  expect(sealHistory(matterId, [])).toEqual({ seals: [], head: genesis.toString('hex') });
});

import { type Actor, system } from '@gongzhi/contract/actor';
import { permissions } from '@gongzhi/contract/permissions';
import { admit, type Kind, type Snapshot } from '@gongzhi/matters';
import { pairs } from '@gongzhi/platform/lifecycle';
import { Refusal } from '@gongzhi/platform/problems';
import { describe, expect, test } from 'vitest';
import { musterKind } from '../muster/kind.ts';
import { admissionKind } from './admission-kind.ts';
import { taskKind } from './task-kind.ts';

const kinds = [
  admissionKind({ lists: async () => ({ verdict: 'unlisted', findings: [] }) }),
  taskKind(async () => {}),
  musterKind(async () => {}),
];
const unit = '00000000-0000-7000-8000-000000000001';
/** Somebody with every permission there is, for the unit that has all parts. */
const everything: Actor = {
  ...{ kind: 'staff', id: unit, name: '全权' },
  posts: [
    {
      ...{ postId: unit, role: '', title: '', organisationId: unit, organisationName: '', areaCode: '99' },
      permissions: Object.keys(permissions) as (keyof typeof permissions)[],
    },
  ],
};
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const part = {
  ...{ id: unit, organisationId: unit, assignedAt: new Date(), signedAt: null, arrivedAt: null },
  ...{ doneAt: null, endedAt: null, dueAt: null, result: null },
};
const matter = (kind: Kind, state: string) =>
  ({
    ...{ kind: kind.kind, state, areaCode: '990199', reporterId: null, version: 1 },
    parts: [
      { ...part, role: 'lead' },
      { ...part, role: 'supervise' },
    ],
    details: {
      lists: { verdict: 'unlisted', findings: [] },
      budget: 1,
      to: day(5),
      rule: { code: 'unlisted', zh: '清单外', en: 'unlisted' },
    },
  }) as unknown as Snapshot;
const told = (kind: Kind, state: string, action: string, actor: Actor) => {
  try {
    admit(kind, matter(kind, state), { action, version: null, input: {}, actor, now: new Date() });
    return 'admitted';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('every pair of state and action of %s', (_name, kind) => {
  test('that is not in the table is refused, whoever asks', () => {
    const wrong = pairs(kind.table).filter(
      ({ allowed, state, action }) => !allowed && told(kind, state, action, everything) !== 'action-not-now',
    );
    expect(wrong).toEqual([]);
  });
  test('that is in the table gets as far as its input or its guard for those whom it names, and is not for anybody else', () => {
    const allowed = pairs(kind.table).filter((pair) => pair.allowed);
    const mine = allowed.filter(({ action }) => !kind.table.actions[action]?.who.includes('system'));
    for (const { state, action } of mine)
      expect(['admitted', 'invalid-input'], `${state} ${action}`).toContain(told(kind, state, action, everything));
    for (const { state, action } of mine) expect(told(kind, state, action, system), `${state} ${action}`).toBe('action-not-yours');
  });
});

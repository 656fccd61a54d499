import { describe, expect, it } from 'vitest';
import { inOrder, turnOf } from './turn.ts';

const clock = (name: string, dueAt: string, stoppedAt: string | null = null, unit: string | null = null) => ({
  id: `${name}-${dueAt}`,
  name,
  organisation: unit ? { id: unit, name: unit } : null,
  rule: '',
  calendar: '',
  limit: { amount: 1, unit: 'day' },
  startedAt: '2026-03-01T00:00:00Z',
  dueAt,
  stoppedAt,
  breached: false,
  pauses: [],
});
const lead = { id: 'u', name: '城管局' };

describe('whose turn it is', () => {
  it('is the lead unit to sign before it is to handle', () => {
    const clocks = [
      clock('resolve', '2026-03-09T00:00:00Z'),
      clock('handle', '2026-03-05T00:00:00Z', null, '城管局'),
      clock('sign', '2026-03-02T00:00:00Z'),
    ];
    expect(turnOf({ clocks, lead, closedAt: null })).toMatchObject({ duty: 'sign', unit: '城管局' });
    expect(turnOf({ clocks: clocks.slice(0, 2), lead, closedAt: null })).toMatchObject({ duty: 'handle', unit: '城管局' });
  });

  it('is the dispatcher as long as something asked waits for a decision', () => {
    const clocks = [clock('handle', '2026-03-05T00:00:00Z', null, '城管局'), clock('decide', '2026-03-08T00:00:00Z')];
    expect(turnOf({ clocks, lead, closedAt: null })).toMatchObject({ duty: 'decide', unit: null });
  });

  it('is the dispatcher for a filed case on which only the whole term runs, and nobody for an ended one', () => {
    const clocks = [clock('accept', '2026-03-01T02:00:00Z', '2026-03-01T01:00:00Z'), clock('resolve', '2026-03-09T00:00:00Z')];
    expect(turnOf({ clocks, lead: null, closedAt: null }).duty).toBe('dispatch');
    expect(turnOf({ clocks: [], lead: null, closedAt: '2026-03-03T00:00:00Z' }).duty).toBe('none');
  });
});

it('clocks stand with those that run first, the soonest first, and the stopped ones behind, the latest first', () => {
  const clocks = [
    clock('accept', '1', '2026-03-01T01:00:00Z'),
    clock('resolve', '2026-03-09T00:00:00Z'),
    clock('sign', '2', '2026-03-02T01:00:00Z'),
    clock('handle', '2026-03-05T00:00:00Z'),
  ];
  expect(inOrder(clocks).map(({ name }) => name)).toEqual(['handle', 'resolve', 'sign', 'accept']);
});

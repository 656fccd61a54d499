import { expect, it } from 'vitest';
import { entryFacts } from './entry-facts.ts';

const outcome = (name: string) => ({ solved: '已解决' })[name] ?? name;

it('says of an entry who was chosen and what came of it, and never an identifier', () => {
  const data = { lead: '0190-aa', leadName: '城管局', assist: ['0190-bb'], assistNames: ['街道办'], designated: true, outcome: 'solved' };
  expect(entryFacts({ data }, outcome)).toEqual([
    { key: 'lead', value: '城管局' },
    { key: 'assist', value: '街道办' },
    { key: 'outcome', value: '已解决' },
    { key: 'designated', value: '✓' },
  ]);
});

it('says nothing of an entry without data', () => expect(entryFacts({ data: null }, outcome)).toEqual([]));

// How the routes of what is learned, whose scope is the matter, are asked for the cases inside and outside.
import { bySight, item, type ScopeEntry } from './scope-entry.ts';
import type { PlacedCase } from './scope-world.ts';

const shown = {
  scope: 'matter',
  over: 'nothing',
  because: 'what it answers is of several cases together',
  shownIn: 'modules/cases/learning.module.test.ts',
} as const;

/** By route name. */
export const scopeOfIntelligence: Record<string, ScopeEntry> = {
  'intelligence.topics': shown,
  'intelligence.duplicates': shown,
  'intelligence.refuse-group': shown,
  'intelligence.draft': {
    scope: 'matter',
    over: 'cases',
    expected: bySight,
    // Whoever sees the case may still get no draft: there are none until they are allowed.
    ask: item<PlacedCase>(
      (target) => ({ method: 'POST', url: '/api/intelligence/drafts', body: { number: target.number, purpose: 'summary' } }),
      ['drafts-off', 'draft-confidential'],
    ),
  },
};

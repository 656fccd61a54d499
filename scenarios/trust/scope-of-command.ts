// The module `command` brings its own small worlds; who reaches what of them is shown by its parts.
import type { Scope } from '@gongzhi/contract/route';
import type { ScopeEntry } from './scope-entry.ts';

const shown: Record<string, Partial<Record<Scope, readonly string[]>>> = {
  whistles: {
    area: ['blow-whistle', 'whistle-options', 'whistle-figures'],
    matter: ['list-whistles', 'read-whistle', 'scene-code'],
  },
  supervision: {
    organisation: ['list-cards', 'read-card', 'act-on-card'],
    area: ['issue-card', 'supervision-figures'],
  },
  tasks: {
    organisation: ['apply-task', 'place-tasks'],
    area: ['list-sheets', 'read-sheet', 'answer-sheet', 'burden', 'burden-rows'],
  },
  muster: {
    area: [
      'count-responders',
      'write-responders',
      'call-muster',
      'list-musters',
      'read-muster',
      'list-muster-members',
      'log-muster',
      'add-muster-post',
      'begin-shift',
      'relieve-shift',
      'add-muster-need',
      'meet-muster-need',
      'begin-safety-count',
      'mark-safe',
    ],
    self: ['my-calls'],
    secret: ['read-call', 'answer-call', 'sign-in-muster', 'say-safe'],
  },
  patrol: {
    area: [
      'patrol-today',
      'list-patrol-entries',
      'list-patrol-plans',
      'create-patrol-plan',
      'change-patrol-plan',
      'patrol-coverage',
      'missed-points',
      'safety-items',
    ],
    self: ['sync-patrol', 'turn-entry-into-case', 'my-patrol-tracks'],
  },
  board: {
    area: [
      'board',
      'board-events',
      'board-rows',
      'board-replay',
      'acknowledge-alert',
      'list-themes',
      'read-theme',
      'create-theme',
      'change-theme',
    ],
  },
  reports: {
    area: ['list-reports', 'write-report', 'read-report', 'edit-report', 'issue-report', 'report-docx'],
  },
};

/** By route name. */
export const scopeOfCommand: Record<string, ScopeEntry> = Object.fromEntries(
  Object.entries(shown).flatMap(([part, scopes]) =>
    Object.entries(scopes).flatMap(([scope, names]) =>
      names.map((name): [string, ScopeEntry] => [
        `command.${name}`,
        { scope: scope as Scope, over: 'nothing', because: 'shown by the part', shownIn: `modules/command/${part}/${part}.module.test.ts` },
      ]),
    ),
  ),
);

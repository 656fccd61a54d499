// The module `command` brings its own small world; who reaches what of it is shown there.
import type { ScopeEntry } from './scope-entry.ts';

const shown = (shownIn: string, scope: ScopeEntry['scope'], names: readonly string[]): [string, ScopeEntry][] =>
  names.map((name) => [name, { scope, over: 'nothing', because: 'shown by the module', shownIn }]);
const patrol = 'modules/command/patrol/patrol.module.test.ts';

/** By route name. */
export const scopeOfCommand: Record<string, ScopeEntry> = Object.fromEntries([
  ...shown(patrol, 'self', ['command.sync-patrol', 'command.turn-entry-into-case', 'command.my-patrol-tracks']),
  ...shown(patrol, 'area', [
    'command.patrol-today',
    'command.list-patrol-entries',
    'command.list-patrol-plans',
    'command.create-patrol-plan',
    'command.change-patrol-plan',
    'command.patrol-coverage',
    'command.missed-points',
    'command.safety-items',
  ]),
]);

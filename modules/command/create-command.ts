import { boardPart } from './board/part.ts';
import type { Command, CommandCore, CommandDeps, CommandPart } from './command.ts';
import { musterPart } from './muster/part.ts';
import { patrolPart } from './patrol/part.ts';
import { reportsPart } from './reports/part.ts';
import { supervisionPart } from './supervision/part.ts';
import { tasksPart } from './tasks/part.ts';
import { whistlesPart } from './whistles/part.ts';

/** The whistle, supervision, department tasks, muster, patrol, the board and the monthly report. */
export function createCommand(deps: CommandDeps): Command {
  const core: CommandCore = { ...deps, now: deps.now ?? (() => new Date()) };
  const all: CommandPart[] = [
    whistlesPart(core),
    supervisionPart(core),
    tasksPart(core),
    musterPart(core),
    patrolPart(core),
    boardPart(core),
    reportsPart(core),
  ];
  const kinds = all.flatMap((part) => part.kinds ?? []);
  for (const kind of kinds) core.matters.register(kind);
  return {
    kinds,
    facts: all.flatMap((part) => part.facts ?? []),
    parts: {
      name: 'command',
      migrations: { module: 'command', folder: new URL('./migrations/', import.meta.url) },
      routes: all.flatMap((part) => part.routes ?? []),
      raw: (app, floor) => {
        for (const part of all) for (const raw of part.raw ?? []) raw(app, floor);
      },
      consumers: all.flatMap((part) => part.consumers ?? []),
      jobs: all.flatMap((part) => part.jobs ?? []),
    },
  };
}

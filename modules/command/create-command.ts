import { loadThemes } from './board/commands/load-themes.ts';
import { boardPart } from './board/part.ts';
import { rebuildBoard } from './board/store/write-events.ts';
import type { Command, CommandCore, CommandDeps, CommandPart } from './command.ts';
import { musterPart } from './muster/part.ts';
import { patrolPart } from './patrol/part.ts';
import { addDays, dayOf } from './patrol/rules/due-days.ts';
import { fillPatrols } from './patrol/store/fill-patrols.ts';
import { issueReport } from './reports/commands/issue-report.ts';
import { writeReport } from './reports/commands/write-report.ts';
import { reportsPart } from './reports/part.ts';
import { loadCards } from './supervision/commands/load-history.ts';
import { supervisionPart } from './supervision/part.ts';
import { tasksPart } from './tasks/part.ts';
import { projectWhistles } from './whistles/commands/project-whistles.ts';
import { whistlesPart } from './whistles/part.ts';

/** Days for which the events behind the figures of the board are kept. */
const keptDays = 60;

/** The whistle, supervision, department tasks, muster, patrol, the board and the monthly report. */
export function createCommand(deps: CommandDeps): Command {
  const core: CommandCore = { ...deps, now: deps.now ?? (() => new Date()) };
  const tasks = tasksPart(core);
  const muster = musterPart(core);
  const all: CommandPart[] = [
    whistlesPart(core),
    supervisionPart(core),
    tasks,
    muster,
    patrolPart(core),
    boardPart(core),
    reportsPart(core),
  ];
  const kinds = all.flatMap((part) => part.kinds ?? []);
  for (const kind of kinds) core.matters.register(kind);
  return {
    async loaded(tx, { whistles, late, now }) {
      await projectWhistles(core, tx, whistles);
      await loadCards(core, tx, late, now);
    },
    kinds,
    facts: all.flatMap((part) => part.facts ?? []),
    loadTasks: tasks.load,
    loadMusters: muster.load,
    loadPatrols: (tx, load) => {
      const today = dayOf(core.now());
      return fillPatrols(tx, load, today, addDays(today, -1));
    },
    countBoard: (tx) => rebuildBoard(tx, new Date(core.now().getTime() - keptDays * 86_400_000)),
    loadThemes: (tx, themes) => loadThemes(tx, themes),
    async beginWith(by, areaCode, month) {
      for (const name of ['command.scan-hot-spots', 'command.watch-thresholds'])
        await all
          .flatMap((part) => part.jobs ?? [])
          .find((job) => job.name === name)
          ?.run({}, { signal: new AbortController().signal });
      const draft = await writeReport(core, by, { areaCode, month });
      await issueReport(core, by, draft.id, draft.version);
    },
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

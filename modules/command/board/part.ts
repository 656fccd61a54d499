import { areasFor } from '@gongzhi/contract/actor';
import { board } from '@gongzhi/contract/board';
import { bind } from '@gongzhi/platform/http';
import { factHead } from '@gongzhi/platform/outbox';
import { problems } from '@gongzhi/platform/problems';
import type { CommandCore, CommandPart } from '../command.ts';
import { saveTheme } from './commands/write-theme.ts';
import { countEvents } from './consumers/count-events.ts';
import { scanHotSpots } from './jobs/scan-hot-spots.ts';
import { watchThresholds } from './jobs/watch-thresholds.ts';
import { boardProblems } from './problems.ts';
import { boardArea } from './queries/board-areas.ts';
import { boardRoom } from './queries/board-room.ts';
import { computeBoard, presentAlert, standingNow } from './queries/compute-board.ts';
import { listRows } from './queries/list-rows.ts';
import { listThemes, readTheme } from './queries/read-themes.ts';
import { replayDay } from './queries/replay-day.ts';
import { serveBoard } from './serve-board.ts';
import { writeAcknowledgement } from './store/alerts.ts';
import { readRules, writeRules } from './store/rules.ts';
import { forgetEvents } from './store/write-events.ts';

const day = 86_400_000;

/** The board: live figures, hot spots, alerts and themes. */
export function boardPart(core: CommandCore): CommandPart {
  const standing = standingNow(core);
  const room = boardRoom({
    compute: (area) => computeBoard(core, standing, area),
    mark: async () => {
      const { tx, id } = await factHead(core.database);
      return `${tx} ${id}`;
    },
    now: () => core.now().getTime(),
  });
  const areaOf = async (actor: Parameters<typeof boardArea>[0], asked: string | undefined) =>
    boardArea(actor, asked, await core.territory.directory());
  return {
    routes: [
      bind(board.now, async ({ actor, query }) => room.read(await areaOf(actor, query.area))),
      bind(board.events, async ({ actor, query, reply }) => serveBoard(room, await areaOf(actor, query.area), reply)),
      bind(board.rows, ({ actor, query }) => listRows(core, actor, query)),
      bind(board.replay, ({ actor, query }) => replayDay(core, actor, query)),
      bind(board.readRules, () => readRules(core.database)),
      bind(board.writeRules, async ({ actor, body }) => {
        const written = await core.database.transaction(async (tx) => {
          const done = await writeRules(tx, body.version + 1, body.rules, actor.name);
          if (done) await core.identity.audit(tx, { actor, action: 'board-rules-changed', subject: `version ${body.version + 1}` });
          return done;
        });
        if (!written) throw problems.conflict({ detail: 'Somebody else has changed the rules since you looked' });
        return readRules(core.database);
      }),
      bind(board.acknowledge, async ({ actor, params, body }) => {
        const directory = await core.territory.directory();
        const seen = { by: actor.name, at: core.now(), note: body.note };
        const alert = await core.database.transaction(async (tx) => {
          const written = await writeAcknowledgement(tx, params.id, areasFor(actor, 'theme.edit'), seen);
          if (written) await core.identity.audit(tx, { actor, action: 'alert-acknowledged', subject: params.id });
          return written;
        });
        if (!alert) throw boardProblems['alert-not-found']();
        return presentAlert(alert, directory);
      }),
      bind(board.themes, ({ actor, query }) => listThemes(core, actor, query)),
      bind(board.theme, ({ actor, params }) => readTheme(core, actor, params.id)),
      bind(board.createTheme, ({ actor, body }) => saveTheme(core, actor, body, null)),
      bind(board.changeTheme, ({ actor, params, body: { version, state, ...input } }) =>
        saveTheme(core, actor, input, { id: params.id, version, state }),
      ),
    ],
    // Open streams would hold the server for ever: they end before it waits for its connections.
    raw: [(app) => app.addHook('preClose', async () => room.close())],
    consumers: [countEvents],
    jobs: [
      scanHotSpots(core),
      watchThresholds(core, standing),
      {
        name: 'command.forget-board-events',
        cron: '50 2 * * *',
        run: () => forgetEvents(core.database, new Date(core.now().getTime() - 60 * day)),
      },
    ],
  };
}

import { matters as wire } from '@gongzhi/contract/matters';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { fieldProblem } from '@gongzhi/platform/problems';
import { uuidv7 } from 'uuidv7';
import { actOnMany } from './commands/act-on-many.ts';
import { attachFile, keepUpload } from './commands/keep-file.ts';
import type { Ledger } from './context.ts';
import type { Matters } from './create-matters.ts';
import { serveEvents } from './http/events.ts';
import { readUpload } from './http/read-upload.ts';
import { matterProblems } from './problems.ts';
import { declarations } from './queries/declare-kinds.ts';
import { explainClock } from './queries/explain-clock.ts';
import type { Events } from './queries/follow-events.ts';
import { openFile } from './queries/open-file.ts';
import { deleteView, insertView, selectViews } from './store/views.ts';

const mostViews = 100;

/** The routes of the ledger, bound. */
export function matterRoutes(ledger: Ledger, matters: Matters, events: Events): BoundRoute[] {
  return [
    bind(wire.kinds, () => ({ items: declarations(ledger.kinds.values()) })),
    bind(wire.list, ({ actor, query }) => matters.list(actor, query)),
    bind(wire.counts, ({ actor, query }) => matters.counts(actor, query)),
    bind(wire.read, ({ actor, params }) => matters.detail(actor, params.number)),
    bind(wire.act, async ({ actor, params, body }) => {
      const { dueAt, ...acted } = await matters.act(actor, params.number, params.action, body.version, body.input);
      return { ...acted, dueAt: dueAt?.toISOString() ?? null };
    }),
    bind(wire.actOnMany, ({ actor, body }) => actOnMany(ledger, matters, actor, body)),
    bind(wire.explain, ({ actor, params }) => explainClock(ledger, actor, params.number, params.id)),
    bind(wire.attach, async ({ actor, params, query, request }) => {
      // Before the body is read: whoever may not see the matter cannot make the server take a file.
      await matters.snapshot(actor, params.number);
      return attachFile(ledger, actor, params.number, await readUpload(request, wire.attach.bodyLimit), query);
    }),
    bind(wire.upload, async ({ actor, request }) => {
      const { id, name, size, kind } = await keepUpload(ledger, actor, await readUpload(request, wire.upload.bodyLimit));
      return { id, name, size, kind };
    }),
    bind(wire.download, async ({ actor, params, query, reply }) => {
      const { headers, content } = await openFile(ledger, actor, params.id, query.size, query.token);
      return reply.headers(headers).send(content);
    }),
    bind(wire.events, ({ actor, query, request, reply }) => serveEvents(events, actor, query.after, request, reply)),
    bind(wire.listViews, async ({ actor }) => ({
      items:
        actor.id === null
          ? []
          : await selectViews(
              ledger.database,
              actor.id,
              actor.posts.map((post) => post.organisationId).filter((id) => id !== ''),
            ),
    })),
    bind(wire.saveView, async ({ actor, body }) => {
      if (actor.id === null) throw matterProblems['view-not-found']();
      const view = await insertView(
        ledger.database,
        { id: uuidv7(), accountId: actor.id, organisationId: actor.posts[0]?.organisationId || null, ...body },
        mostViews,
      );
      if (!view) throw fieldProblem('name', `you have ${mostViews} views already; delete one first`);
      return view;
    }),
    bind(wire.dropView, async ({ actor, params }) => {
      if (actor.id === null || !(await deleteView(ledger.database, actor.id, params.id))) throw matterProblems['view-not-found']();
    }),
  ];
}

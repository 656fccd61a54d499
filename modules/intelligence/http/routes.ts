import { system } from '@gongzhi/contract/actor';
import { intelligence } from '@gongzhi/contract/intelligence';
import type { BoundRoute } from '@gongzhi/platform/http';
import { bind } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import { draftText } from '../commands/draft-text.ts';
import type { Core } from '../intelligence.ts';
import { intelligenceProblems } from '../problems.ts';
import { listDuplicates } from '../queries/list-duplicates.ts';
import { listTopics } from '../queries/list-topics.ts';
import { findEntities } from '../rules/entities/find-entities.ts';
import { redact } from '../rules/entities/redact.ts';
import { type ModelRow, putInForce, selectModels } from '../store/models.ts';
import { writePairs } from '../store/pairs.ts';
import { insertSettings, selectSettings } from '../store/settings.ts';

const presentModel = ({ at, measures, ...row }: ModelRow) => ({
  ...row,
  at: at.toISOString(),
  measures: {
    rows: measures.rows ?? 0,
    accuracy: measures.accuracy ?? null,
    macroF1: measures.macroF1 ?? null,
    ece: measures.ece ?? null,
    coverage: measures.coverage ?? null,
    answeredAccuracy: measures.answeredAccuracy ?? null,
  },
});

export function intelligenceRoutes(core: Core, isTraining: () => boolean): BoundRoute[] {
  const settings = async () => ({ ...(await selectSettings(core.database)), serverKnown: core.draftServer !== null });
  return [
    bind(intelligence.models, async () => {
      const models = await selectModels(core.database);
      // Counting ends at ten thousand: enough to say whether there is something to learn from.
      const { total } = await core.matters.counts(system, { kind: 'case', state: ['closed', 'archived'] });
      return { items: models.map(presentModel), closedCases: total, training: isTraining() };
    }),
    bind(intelligence.train, async () => {
      await core.send('intelligence.train', {}, { key: 'asked' });
      return { asked: true };
    }),
    bind(intelligence.useModel, async ({ actor, params }) => {
      const model = await core.database.transaction(async (tx) => {
        const row = await putInForce(tx, params.id, 'chosen');
        if (!row) throw intelligenceProblems['model-not-found']();
        await core.identity.audit(tx, { actor, action: 'model-put-in-force', subject: params.id });
        return row;
      });
      core.forget();
      return presentModel(model);
    }),
    bind(intelligence.topics, ({ actor, query }) => listTopics(core, actor, query)),
    bind(intelligence.duplicates, ({ actor, query }) => listDuplicates(core, actor, query)),
    bind(intelligence.refuse, async ({ actor, body }) => {
      const numbers = [...new Set(body.numbers)];
      const { items } = await core.matters.list(actor, { numbers, limit: numbers.length, sort: '-openedAt' });
      // Of cases that somebody may not see, nothing is decided and nothing told.
      const seen = items.map(({ number }) => number);
      const pairs = seen.flatMap((a, at) => seen.slice(at + 1).map((b) => ({ a, b, same: false })));
      await writePairs(core.database, pairs);
      return { pairs: pairs.length };
    }),
    bind(intelligence.entities, async ({ body }) => {
      const [areas, units] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
      const known = [
        ...[...areas.all()].map(({ code, name }) => ({ of: 'area' as const, id: code, name })),
        ...[...units.all()]
          .filter(({ dissolvedOn }) => dissolvedOn === null)
          .flatMap(({ id, name, shortName }) =>
            [...new Set([name, shortName])].map((one) => ({ of: 'organisation' as const, id, name: one })),
          ),
      ];
      return { entities: findEntities(body.text, known), redacted: redact(body.text) };
    }),
    bind(intelligence.readSettings, settings),
    bind(intelligence.writeSettings, async ({ actor, body }) => {
      const written = await core.database.transaction(async (tx) => {
        const done = await insertSettings(tx, body.version + 1, body.drafts, actor.name);
        if (done) await core.identity.audit(tx, { actor, action: 'drafts-changed', detail: { drafts: body.drafts } });
        return done;
      });
      if (!written) throw problems.conflict({ detail: 'Somebody else has changed this since you looked' });
      return settings();
    }),
    bind(intelligence.draft, ({ actor, body }) => draftText(core, actor, body.number, body.purpose)),
  ];
}

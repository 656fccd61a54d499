import { cached } from '@gongzhi/platform/database';
import { toWgs84 } from '@gongzhi/territory';
import { caseAnswers, limitsFor } from './case-answers.ts';
import { caseKind } from './case-kind.ts';
import type { Cases, CasesCore, CasesDeps, CasesPart } from './cases.ts';
import { importCases } from './commands/import-cases.ts';
import { openCase } from './commands/open-case.ts';
import { rebuildFigures } from './commands/rebuild-figures.ts';
import { splitCase } from './commands/split-case.ts';
import { callBackPart } from './http/call-back.ts';
import { deskPart } from './http/desk.ts';
import { figuresPart } from './http/figures.ts';
import { importExportPart } from './http/import-export.ts';
import { intakePart } from './http/intake.ts';
import { residentPart } from './http/resident.ts';
import { rulesPart } from './http/rules.ts';
import { tilePart } from './http/tile.ts';
import { wallFeedsPart } from './http/wall-feeds.ts';
import { wallsPart } from './http/walls.ts';
import { open311Part } from './open311/index.ts';
import { exportSheet } from './queries/export-sheet.ts';
import { likesOf } from './queries/likes-of.ts';
import { readRates } from './queries/read-rates.ts';
import { categorySuggester } from './queries/suggest.ts';
import { surveyLink } from './queries/survey-link.ts';
import { shippedRules } from './rules/case-terms.ts';
import { redact } from './rules/redact.ts';
import { readRules } from './store/rules.ts';

/** Domestic maps shift their coordinates; inside everything is WGS 84. */
const inside: CasesCore['toWgs84'] = (place) => {
  const [longitude = place.longitude, latitude = place.latitude] = toWgs84([place.longitude, place.latitude], place.system);
  return { longitude, latitude };
};

/** Residents' requests: channels, closed loop, figures, walls and the doors for other systems. */
export function createCases(deps: CasesDeps): Cases {
  const { database, organisations, matters } = deps;
  // Rules are asked for on every act: the last known version answers at once and is refreshed behind.
  let inForce = shippedRules;
  const kept = cached(async () => {
    inForce = (await readRules(database)).rules;
    return inForce;
  });
  const rules = () => {
    void kept.get().catch(() => {});
    return inForce;
  };
  const answers = caseAnswers({ ...deps, matters: () => matters, rules, toWgs84: inside, redact });
  const kind = caseKind({
    answers,
    rules,
    limits: (category, areaCode) => limitsFor({ organisations }, category, areaCode),
    after: (tx, { context }) => splitCase(core, tx, context),
  });
  matters.register(kind);
  const core: CasesCore = {
    ...deps,
    kind,
    rules,
    redact,
    toWgs84: inside,
    suggester: categorySuggester(organisations, deps.intelligence),
    open: (actor, input, options) => openCase(core, actor, input, options),
  };
  const walls = wallsPart(core);
  deps.intelligence?.setLikes((numbers) => likesOf(database, matters, numbers));
  const all: CasesPart[] = [
    intakePart(core),
    deskPart(core),
    callBackPart(core),
    figuresPart(core),
    tilePart(core),
    residentPart(core),
    walls,
    wallFeedsPart(core),
    importExportPart(core),
    rulesPart(core, kept.forget),
    open311Part(core),
  ];
  return {
    kind,
    rules,
    open: core.open,
    importCases: (actor, options) => importCases(core, actor, options),
    exportSheet: (actor, filter, language) => exportSheet(core, actor, filter, language),
    rebuildFigures,
    rates: (actor, query) => readRates(core, actor, query),
    surveyLink: (matterId) => surveyLink(deps, matterId),
    walls: walls.readers,
    parts: {
      name: 'cases',
      migrations: { module: 'cases', folder: new URL('./migrations/', import.meta.url) },
      routes: all.flatMap((part) => part.routes ?? []),
      raw: (app, floor) => {
        for (const part of all) for (const raw of part.raw ?? []) raw(app, floor);
      },
      consumers: all.flatMap((part) => part.consumers ?? []),
      jobs: all.flatMap((part) => part.jobs ?? []),
    },
  };
}

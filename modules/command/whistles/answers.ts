import type { Actor } from '@gongzhi/contract/actor';
import type { WhistleRules } from '@gongzhi/contract/whistles';
import { today, toWgs84 } from '@gongzhi/territory';
import type { CommandCore } from '../command.ts';
import { whistleProblems } from './problems.ts';
import { isSceneCode } from './rules/scene-code.ts';
import type { WhistleAnswers } from './rules/whistle-changes.ts';
import type { ProblemItem } from './rules/whistle-details.ts';
import { casesInOpenWhistles } from './store/select-problems.ts';

/** The questions that the changes of a whistle ask, answered by the modules below. */
export function whistleAnswers(core: CommandCore, rules: () => WhistleRules): WhistleAnswers {
  const key = core.secret('whistle scene code');
  return {
    rules,
    toWgs84(place) {
      const [longitude = place.longitude, latitude = place.latitude] = toWgs84([place.longitude, place.latitude], place.system);
      return { longitude, latitude };
    },
    async units(ids, field) {
      const directory = await core.organisations.directory();
      return ids.map((id) => {
        const unit = directory.get(id);
        if (!unit)
          throw whistleProblems['whistle-unit-unknown']({ errors: [{ field, reason: 'unknown', accepted: 'the id of an organisation' }] });
        if (unit.dissolvedOn && unit.dissolvedOn <= today())
          throw whistleProblems['whistle-unit-dissolved']({
            detail: `${unit.shortName}, ${unit.dissolvedOn}`,
            errors: [{ field, reason: `${unit.shortName} was dissolved on ${unit.dissolvedOn}` }],
          });
        return { id, name: unit.shortName };
      });
    },
    listed: (matter, problems) =>
      listedUnits(
        core,
        matter.areaCode,
        problems.flatMap((problem) => problem.category ?? []),
      ),
    cases: (context, numbers) => attachable(core, context.actor, numbers),
    codeHolds: (matterId, at, code) => isSceneCode(key, matterId, at, rules().codeMinutes, code),
  };
}

/** The units that the responsibility list names for these categories at a place, and the line that names each; leads come first. */
export async function listedUnits(core: CommandCore, areaCode: string, categories: readonly string[]): Promise<Map<string, string>> {
  const [known, areas, lines] = await Promise.all([
    core.organisations.categories(),
    core.territory.directory(),
    // From memory: no statement is sent for a line.
    Promise.all([...new Set(categories)].map((category) => core.organisations.responsible(category, areaCode))),
  ]);
  const found = new Map<string, string>();
  const name = (line: NonNullable<(typeof lines)[number]>) => `责任清单：${known.name(line.category)} × ${areas.name(line.areaCode)}`;
  for (const line of lines) if (line && !found.has(line.leadOrganisationId)) found.set(line.leadOrganisationId, `${name(line)}（主责）`);
  for (const line of lines)
    for (const id of line?.assistOrganisationIds ?? []) if (line && !found.has(id)) found.set(id, `${name(line)}（配合）`);
  return found;
}

/** Cases as problems of a whistle: open, within sight of the actor, and in no open whistle. Three statements however many there are. */
export async function attachable(core: CommandCore, actor: Actor, numbers: readonly string[]): Promise<ProblemItem[]> {
  const asked = [...new Set(numbers)];
  if (asked.length === 0) return [];
  const [{ items }, texts] = await Promise.all([
    core.matters.list(actor, { numbers: asked, kind: 'case', limit: 200, sort: '-openedAt' }),
    core.matters.texts(asked),
  ]);
  const open = new Map(items.filter((item) => item.closedAt === null).map((item) => [item.number, item]));
  const refused = asked.filter((number) => !open.has(number));
  if (refused.length > 0) throw whistleProblems['case-not-open']({ detail: refused.join('、'), more: { refused } });
  const problems = asked.map((number) => {
    const item = open.get(number)!;
    return { title: item.title, category: item.category, caseId: texts.get(number)?.id as string, caseNumber: number };
  });
  const taken = await casesInOpenWhistles(
    core.database,
    problems.map((problem) => problem.caseId),
  );
  if (taken[0])
    throw whistleProblems['problem-whistled-already']({
      detail: taken.map((one) => `${one.caseNumber} → ${one.number}`).join('、'),
      more: { number: taken[0].number, cases: taken.map((one) => one.caseNumber) },
    });
  return problems;
}

import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { WhistleRules, whistles } from '@gongzhi/contract/whistles';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { CommandCore } from '../../command.ts';
import { listedUnits } from '../answers.ts';
import { whistleProblems } from '../problems.ts';

/** Whom the responsibility list lets one whistle for at a place. Refuses a place outside the actor's areas. */
export async function whistleOptions(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof whistles.options>,
  rules: WhistleRules,
): Promise<AnswerOf<typeof whistles.options>> {
  const located =
    query.longitude !== undefined && query.latitude !== undefined
      ? await core.territory.locate(core.database, query.longitude, query.latitude)
      : null;
  const areaCode = query.areaCode ?? located;
  if (!areaCode) throw whistleProblems['whistle-place-missing']();
  const [areas, organisations] = await Promise.all([core.territory.directory(), core.organisations.directory()]);
  if (!areas.get(areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (!reachesArea(actor, 'whistle.blow', areaCode)) throw whistleProblems['whistle-area-not-yours']({ detail: areas.name(areaCode) });
  const units = await listedUnits(core, areaCode, query.categories.split(',').filter(Boolean).slice(0, 60));
  return {
    areaCode,
    areaName: areas.name(areaCode),
    units: [...units].map(([id, why]) => ({ id, name: organisations.name(id), why, lead: why.endsWith('（主责）') })),
    rules,
  };
}

import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { BlowInput } from '@gongzhi/contract/whistles';
import type { Acted, Kind } from '@gongzhi/matters';
import { constraintRefusal, fieldProblem } from '@gongzhi/platform/problems';
import type { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { whistleProblems } from '../problems.ts';
import type { WhistleAnswers } from '../rules/whistle-changes.ts';
import type { ProblemItem, WhistleDetails } from '../rules/whistle-details.ts';
import { whistleNearby } from '../store/select-problems.ts';
import { projectWhistles } from './project-whistles.ts';

export interface BlowDeps {
  core: CommandCore;
  kind: Kind;
  answers: WhistleAnswers;
  /** Cases by number as problems; refuses closed ones, those out of sight and those in another open whistle. */
  cases(actor: Actor, numbers: readonly string[]): Promise<ProblemItem[]>;
}

/**
 * Blows a whistle: opens the matter, calls the units and writes what lists are read from, in one transaction. Refuses a place outside the actor's areas,
 * problems that are whistled for already, units that the list does not name, unknown and dissolved ones.
 */
export async function blowWhistle(
  { core, kind, answers, cases }: BlowDeps,
  actor: Actor,
  input: z.output<typeof BlowInput>,
): Promise<Acted> {
  const place = input.place ? answers.toWgs84(input.place) : null;
  const [areas, categories] = await Promise.all([core.territory.directory(), core.organisations.categories()]);
  const areaCode = input.areaCode ?? (place ? await core.territory.locate(core.database, place.longitude, place.latitude) : null);
  if (!areaCode)
    throw place
      ? fieldProblem('place', 'the point lies in no area of this district', 'a point inside a boundary, or areaCode')
      : whistleProblems['whistle-place-missing']({ errors: [{ field: 'place', reason: 'missing', accepted: 'place or areaCode' }] });
  if (!areas.get(areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (!reachesArea(actor, 'whistle.blow', areaCode)) throw whistleProblems['whistle-area-not-yours']({ detail: areas.name(areaCode) });
  const inWords = input.problems.flatMap((problem): ProblemItem[] =>
    'case' in problem ? [] : [{ title: problem.title, category: problem.category, caseId: null, caseNumber: null }],
  );
  const unknown = inWords.find((problem) => !categories.get(problem.category ?? '')?.active);
  if (unknown) throw fieldProblem('problems', `${unknown.category} is no category in use`, 'a code of GET /api/categories');
  const attached = await cases(
    actor,
    input.problems.flatMap((problem) => ('case' in problem ? [problem.case] : [])),
  );
  const problems = [...attached, ...inWords];
  const nearby =
    place &&
    (await whistleNearby(core.database, {
      ...{ ground: input.ground, categories: problems.flatMap((problem) => problem.category ?? []) },
      ...{ longitude: place.longitude, latitude: place.latitude, metres: answers.rules().sameProblemMetres },
    }));
  if (nearby) throw whistleProblems['problem-whistled-already']({ detail: nearby, more: { number: nearby } });
  // Inside the transaction only its own connection is used: what is asked of others is asked before.
  await Promise.all([core.territory.calendarFor(areaCode), answers.units([input.lead, ...input.assist], 'lead')]);
  const whistlerId = (
    actor.posts.find((post) => post.permissions.includes('whistle.blow') && areaCode.startsWith(post.areaCode)) ?? actor.posts[0]
  )?.organisationId as string;
  const details: Partial<WhistleDetails> = { ground: input.ground, whistlerId, problems };
  try {
    return await core.database.transaction(async (tx) => {
      const opened = await core.matters.open(
        kind,
        actor,
        {
          ...{ areaCode, category: problems[0]?.category ?? null, title: input.title, body: input.body, address: input.address ?? null },
          ...{ longitude: place?.longitude ?? null, latitude: place?.latitude ?? null, channel: 'grid', confidential: false },
          ...{ urgency: input.ground === 'emergency' ? 3 : 2, reporterId: null, openedAt: core.now(), details },
          links: attached.map((item) => ({ toId: item.caseId as string, kind: 'caused-by' })),
          data: { ground: input.ground, problems: problems.length, cases: attached.map((item) => item.caseNumber) },
        },
        { action: 'raise', clocks: [] },
        tx,
      );
      const acted = await core.matters.act(actor, opened.number, 'call', 1, { lead: input.lead, assist: input.assist }, tx);
      await projectWhistles(core, tx, [opened.id]);
      return acted;
    });
  } catch (error) {
    throw constraintRefusal(error, { whistle_problem_case_key: () => whistleProblems['problem-whistled-already']() });
  }
}

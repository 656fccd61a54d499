import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { CaseInput } from '@gongzhi/contract/cases';
import type { Identity } from '@gongzhi/identity';
import type { Kind, Matters, OpenedMatter } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { Territory } from '@gongzhi/territory';
import type { z } from 'zod';
import { caseProblems } from '../problems.ts';
import type { CategorySuggester } from '../queries/suggest.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { type CaseRules, processTerm } from '../rules/case-terms.ts';
import { headline } from '../rules/headline.ts';

export interface OpenCaseDeps {
  database: Database;
  territory: Territory;
  organisations: Organisations;
  identity: Identity;
  matters: Matters;
  kind: Kind;
  rules(): CaseRules;
  suggester: CategorySuggester;
  toWgs84(place: { longitude: number; latitude: number; system: 'wgs84' | 'gcj02' | 'bd09' }): { longitude: number; latitude: number };
}

export type OpenCaseInput = Omit<z.output<typeof CaseInput>, 'channel'> & { channel: string };

export interface OpenCaseOptions {
  /** The actor is the reporter: residents and the anonymous. */
  asReporter?: boolean;
  /** Matters must lie inside the areas where the actor records; residents may report anywhere in the district. */
  scoped?: boolean;
  connection?: Connection;
  parentId?: string;
  /** The reporter is known already: children of a split. */
  reporterId?: string | null;
  links?: { toId: string; kind: string }[];
  details?: Partial<CaseDetails>;
}

/**
 * Records a request: the one command in which every channel ends. Finds the grid of the place, the category its words suggest and
 * the unit the responsibility list names, keeps contact data apart and encrypted, and starts the acceptance clock.
 * Refuses a place outside every area, an unknown category, and an area outside the recorder's posts.
 */
export async function openCase(
  deps: OpenCaseDeps,
  actor: Actor,
  input: OpenCaseInput,
  options: OpenCaseOptions = {},
): Promise<OpenedMatter> {
  const connection = options.connection ?? deps.database;
  const place = input.place ? deps.toWgs84(input.place) : null;
  const [directory, categories] = await Promise.all([deps.territory.directory(), deps.organisations.categories()]);
  const located = place ? await deps.territory.locate(connection, place.longitude, place.latitude) : null;
  const areaCode = input.areaCode ?? located;
  if (!areaCode)
    throw place
      ? fieldProblem('place', 'the point lies in no area of this district', 'a point inside a boundary, or areaCode')
      : caseProblems['place-missing']({ errors: [{ field: 'place', reason: 'missing', accepted: 'place or areaCode' }] });
  if (!directory.get(areaCode)) throw fieldProblem('areaCode', 'there is no such area', 'the code of a current area');
  if (options.scoped && !reachesArea(actor, 'case.record', areaCode))
    throw caseProblems['area-not-yours']({ detail: directory.name(areaCode) });
  if (input.category && !categories.get(input.category)?.active)
    throw caseProblems['category-unknown']({
      errors: [{ field: 'category', reason: 'not in use', accepted: 'a code of GET /api/categories' }],
    });

  const title = input.title?.trim() || headline(undefined, input.body);
  const suggested = input.category ? null : await deps.suggester.suggest(title, input.body);
  const category = input.category ?? null;
  const routed = category ?? suggested?.[0]?.code ?? null;
  const unit = routed ? await deps.organisations.responsible(routed, areaCode) : null;
  const reporterId =
    options.reporterId ??
    (options.asReporter && actor.kind === 'resident'
      ? actor.id
      : input.reporter && (input.reporter.phone || input.reporter.name)
        ? await deps.identity.residents.record(connection, input.reporter)
        : null);
  const now = new Date();
  const openedAt = input.openedAt ? new Date(input.openedAt) : now;
  if (openedAt.getTime() > now.getTime() + 60_000) throw fieldProblem('openedAt', 'lies in the future', 'a moment up to now');
  const accept = processTerm('accept', input.urgency, deps.rules());
  return deps.matters.open(
    deps.kind,
    actor,
    {
      areaCode,
      category,
      title,
      body: input.body,
      address: input.address ?? null,
      longitude: place?.longitude ?? null,
      latitude: place?.latitude ?? null,
      channel: input.channel,
      urgency: input.urgency,
      reporterId,
      confidential: input.confidential,
      parentId: options.parentId ?? null,
      openedAt,
      details: {
        suggestion:
          suggested || unit
            ? {
                category: suggested?.[0]?.code ?? null,
                words: suggested?.[0]?.words ?? [],
                organisationId: unit?.leadOrganisationId ?? null,
                why: unit ? `${unit.category}×${unit.areaCode}` : null,
              }
            : null,
        decision: input.decision ?? null,
        contactable: (options.asReporter && actor.kind === 'resident') || options.reporterId != null || Boolean(input.reporter?.phone),
        ...options.details,
      },
      external: input.external ?? null,
      links: options.links ?? [],
      files: input.files,
    },
    { action: 'record', clocks: accept ? [{ name: 'accept', ...accept }] : [] },
    options.connection,
  );
}

import { type Actor, reachesArea } from '@gongzhi/contract/actor';
import type { MatterDetail } from '@gongzhi/contract/matters';
import type { OrganisationDirectory } from '@gongzhi/organisations';
import { sql } from '@gongzhi/platform/database';
import type { Ledger } from '../context.ts';
import type { Kind } from '../kind.ts';
import type { ClockRow, PartRow, Snapshot } from '../rules/snapshot.ts';
import { uploaderOf } from '../rules/uploader.ts';
import { visibleCondition } from '../rules/visible.ts';
import { type EntryRow, type FileRow, selectRelated } from '../store/select-related.ts';
import { namer } from './name-matters.ts';
import { offerActions } from './offer-actions.ts';
import { snapshotFor } from './snapshot-for.ts';

/**
 * One matter with its history and what this actor may do now, in at most three statements. The reporter reads only entries and files meant
 * for the public or for the reporter, with units in the place of persons. Refuses what the actor may not see as `matter-not-found`.
 */
export async function readMatter(ledger: Ledger, actor: Actor, number: string): Promise<MatterDetail> {
  const { database } = ledger;
  const matter = await snapshotFor(database, actor, number);
  const kind = ledger.kinds.get(matter.kind) as Kind;
  const asReporter = actor.kind === 'resident';
  const knowsReporter = mayKnowReporter(actor, matter);
  const [related, reporter, areas, organisations, name] = await Promise.all([
    selectRelated(database, matter.id, matter.parentId, {
      asReporter,
      uploader: uploaderOf(actor),
      visible: sql<boolean>`(${visibleCondition(actor)} or m.public)`,
    }),
    matter.reporterId !== null && knowsReporter
      ? ledger.identity.residents.masked(database, [matter.reporterId])
      : new Map<string, never>(),
    ledger.territory.directory(),
    ledger.organisations.directory(),
    namer(ledger),
  ]);
  const masked = matter.reporterId === null ? undefined : reporter.get(matter.reporterId);
  return {
    ...name({ ...matter, key: null }),
    body: matter.body,
    areas: [...areas.ancestors(matter.areaCode), { code: matter.areaCode, name: areas.name(matter.areaCode) }].map(
      ({ code, name: called }) => ({ code, name: called }),
    ),
    parent: related.parent,
    children: related.children,
    reporter:
      masked && matter.reporterId !== null
        ? { id: matter.reporterId, name: masked.name, phone: masked.phone, anonymous: masked.anonymous }
        : null,
    external:
      matter.externalSource === null || matter.externalNumber === null
        ? null
        : { source: matter.externalSource, number: matter.externalNumber },
    parts: matter.parts.map((part) => ({ ...partOf(part, organisations), ...(asReporter ? { result: null } : {}) })),
    entries: related.entries.map((entry) => entryOf(entry, organisations, { asReporter, actor, knowsReporter })),
    clocks: matter.clocks
      .filter((clock) => !asReporter || clock.organisationId === null)
      .map((clock) => clockOf(asReporter ? withoutPersons(clock) : clock, organisations)),
    links: related.links,
    ratings: related.ratings.map((rating) => ({ ...rating, at: iso(rating.at) })),
    files: related.files.map(fileInfo),
    actions: offerActions(kind, matter, actor, ledger.now()),
    details: asReporter ? pick(matter.details, kind.reporterDetails ?? []) : matter.details,
  };
}

/**
 * Whether the (masked) reporter is shown: to the reporter, and to staff who see the matter by area. Of a confidential matter only to those who
 * may reveal contact data over its area: the units that handle it do not learn who spoke.
 */
function mayKnowReporter(actor: Actor, matter: Snapshot): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'resident') return actor.id !== null && matter.reporterId === actor.id;
  return !matter.confidential || reachesArea(actor, 'contact.reveal', matter.areaCode);
}

function partOf(part: PartRow, organisations: OrganisationDirectory): MatterDetail['parts'][number] {
  return {
    id: part.id,
    organisation: { id: part.organisationId, name: organisations.name(part.organisationId) },
    role: part.role,
    assignedAt: part.assignedAt.toISOString(),
    signedAt: part.signedAt?.toISOString() ?? null,
    arrivedAt: part.arrivedAt?.toISOString() ?? null,
    doneAt: part.doneAt?.toISOString() ?? null,
    endedAt: part.endedAt?.toISOString() ?? null,
    dueAt: part.dueAt?.toISOString() ?? null,
    result: part.result,
  };
}

export function clockOf(clock: ClockRow, organisations: OrganisationDirectory): MatterDetail['clocks'][number] {
  return {
    id: clock.id,
    name: clock.name,
    organisation: clock.organisationId === null ? null : { id: clock.organisationId, name: organisations.name(clock.organisationId) },
    rule: clock.rule,
    calendar: clock.calendar,
    limit: clock.limit,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    breached: clock.breached,
    pauses: clock.pauses.map((pause) => ({
      from: pause.from.toISOString(),
      to: pause.to?.toISOString() ?? null,
      reason: pause.reason,
      approvedBy: pause.approvedBy,
    })),
  };
}

function withoutPersons(clock: ClockRow): ClockRow {
  return { ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, approvedBy: null })) };
}

interface Reader {
  actor: Actor;
  asReporter: boolean;
  knowsReporter: boolean;
}

function entryOf(entry: EntryRow, organisations: OrganisationDirectory, reader: Reader): MatterDetail['entries'][number] {
  const organisation = entry.organisationId === null ? null : organisations.name(entry.organisationId);
  const { actorKind, actorId, actorName, postTitle, organisationId: _, ...said } = entry;
  const own = actorKind === 'resident' && actorId !== null && actorId === reader.actor.id;
  const person = { id: actorId, name: actorName, post: postTitle, organisation };
  // A reporter learns which unit acted, not which person; units learn that the reporter acted, by name only where they may know it.
  const hidden = actorKind === 'resident' ? !own && (reader.asReporter || !reader.knowsReporter) : reader.asReporter;
  const name = actorKind === 'resident' ? '诉求人' : (organisation ?? (actorKind === 'system' ? actorName : '工作人员'));
  return { ...said, at: iso(entry.at), actor: hidden ? { id: null, name, post: null, organisation } : person };
}

export function fileInfo(file: FileRow): MatterDetail['files'][number] {
  const { preview, ...rest } = file;
  const url = `/api/files/${file.id}`;
  return { ...rest, at: iso(file.at), url, previewUrl: preview ? `${url}?size=preview` : null };
}

const iso = (moment: string) => new Date(moment).toISOString();

function pick(details: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => key in details).map((key) => [key, details[key]]));
}

import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { fieldProblems } from '@gongzhi/platform/http';
import { allows, ended, target } from '@gongzhi/platform/lifecycle';
import { problems } from '@gongzhi/platform/problems';
import type { Calendar } from '@gongzhi/platform/working-time';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { ActContext, Kind } from '../kind.ts';
import { matterProblems } from '../problems.ts';
import type { Change, ClockStart } from '../rules/change.ts';
import { sealEntry } from '../rules/entry-hash.ts';
import { mainDue, moveClocks } from '../rules/move-clocks.ts';
import { isQuiet } from '../rules/quiet.ts';
import type { PartRow, Snapshot } from '../rules/snapshot.ts';
import { sees } from '../rules/visible.ts';
import { type ActRecord, writeAct } from '../store/write-act.ts';

export interface ActRequest {
  action: string;
  /** The version that the actor saw; null for the product's own acts, which take the present one. */
  version: number | null;
  input: Record<string, unknown>;
  actor: Actor;
  now: Date;
}

export interface Acted {
  number: string;
  state: string;
  version: number;
  dueAt: Date | null;
}

/** Somebody wrote between our reading and our writing; nothing was changed. Read again, and the version says whether it matters. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/** Throws why this act cannot be done now; otherwise gives what the rules need. Changes nothing: dry runs use it alone. */
export function admit(kind: Kind, matter: Snapshot, request: ActRequest): ActContext {
  const row = kind.table.actions[request.action];
  if (!sees(request.actor, matter)) throw matterProblems['matter-not-found']();
  if (!row) throw matterProblems['action-unknown']({ detail: request.action });
  if (request.version !== null && request.version !== matter.version) {
    throw matterProblems['version-passed']({
      detail: `You saw version ${request.version}; it is ${matter.version} now, in state ${matter.state}`,
      more: { version: matter.version, state: matter.state },
    });
  }
  if (!allows(kind.table, matter.state, request.action)) {
    throw matterProblems['action-not-now']({
      detail: `${row.zh} is not done in state ${kind.table.states[matter.state]?.zh ?? matter.state}`,
      more: { state: matter.state, accepted: row.from },
    });
  }
  const capacities = kind.capacities(matter, request.actor);
  if (!row.who.some((capacity) => capacities.has(capacity)))
    throw matterProblems['action-not-yours']({ detail: `It is for: ${row.who.join(', ')}`, more: { accepted: row.who } });
  const parsed = (row.input ?? z.object({})).safeParse(request.input);
  if (!parsed.success) throw problems['invalid-input']({ errors: fieldProblems(parsed.error, 'input') });
  const context: ActContext = { matter, actor: request.actor, capacities, input: parsed.data as Record<string, unknown>, now: request.now };
  for (const guard of row.when ?? []) {
    const refusal = kind.guards[guard]?.(context);
    if (refusal) throw refusal;
  }
  return context;
}

/**
 * Does one act: checks it against the table, works out what it changes and writes all of it in one statement.
 * Refuses with `version-passed` when the matter is no longer as the actor saw it, and throws `Overtaken` when that came between our
 * reading and writing.
 */
export async function act(connection: Connection, kind: Kind, matter: Snapshot, calendar: Calendar, request: ActRequest): Promise<Acted> {
  const context = admit(kind, matter, request);
  const change = await kind.change(request.action, context);
  const record = await compose(kind, context, calendar, request, change);
  const written = await writeAct(connection, record);
  if (!written) throw new Overtaken();
  return { number: matter.number, ...written };
}

async function compose(kind: Kind, context: ActContext, calendar: Calendar, request: ActRequest, change: Change): Promise<ActRecord> {
  const { matter, now, actor } = context;
  const row = kind.table.actions[request.action]!;
  const to = target(kind.table, matter.state, request.action);
  const ends = ended(kind.table, to);
  const after: Snapshot = { ...matter, ...change.matter, state: to };
  const starts: ClockStart[] = [...(change.starts ?? [])];
  for (const name of row.starts ?? []) {
    const term = await kind.term(name, { ...context, matter: after });
    if (term) starts.push({ name, ...term });
  }
  const moves = moveClocks(
    matter,
    calendar,
    {
      starts,
      stops: [...(row.stops ?? []).map((name) => ({ name })), ...(change.stops ?? [])],
      pauses: row.pauses ?? [],
      resumes: row.resumes ?? [],
      pause: change.pause,
      extend: change.extend,
    },
    now,
  );
  const closedAt = ends ? (ended(kind.table, matter.state) ? matter.closedAt : now) : null;
  const outcome = ends
    ? (change.matter?.outcome ?? (ended(kind.table, matter.state) ? matter.outcome : (kind.outcomeOf[request.action] ?? null)))
    : null;
  const dueAt = mainDue(moves.all, kind.mainClocks, matter.dueAt);
  const details = kind.details.parse(change.matter?.details ?? matter.details) as Record<string, unknown>;
  const no = matter.entries + 1;
  const visibility = change.visibility ?? row.visibility ?? 'internal';
  const sealed = sealEntry(
    matter.head,
    {
      matterId: matter.id,
      no,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      action: request.action,
      from: matter.state,
      to,
      visibility,
    },
    change.note ?? null,
    change.data ?? null,
  );
  const post = postOf(actor, matter);
  return {
    id: matter.id,
    version: matter.version,
    raises: isQuiet(actor.kind, matter.state, to) ? 0 : 1,
    matter: {
      area_code: after.areaCode,
      category: after.category,
      title: after.title,
      address: after.address,
      longitude: after.longitude,
      latitude: after.latitude,
      state: to,
      state_since: to === matter.state ? matter.stateSince : now,
      urgency: after.urgency,
      reporter_id: after.reporterId,
      confidential: after.confidential,
      public: after.public,
      lead_id: after.leadId,
      due_at: dueAt,
      closed_at: closedAt,
      outcome,
      pending: change.matter && 'pending' in change.matter ? (change.matter.pending ?? null) : ends ? null : matter.pending,
      details,
    },
    entry: {
      no,
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      post_title: post?.title ?? null,
      organisation_id: organisationOf(post),
      action: request.action,
      from_state: matter.state,
      to_state: to,
      visibility,
      note: change.note ?? null,
      data: change.data ?? null,
      ...sealed,
    },
    newParts: (change.newParts ?? []).map((part) => ({
      id: uuidv7(),
      organisation_id: part.organisationId,
      role: part.role,
      assigned_at: now,
      due_at: moves.all.findLast((clock) => clock.organisationId === part.organisationId && clock.stoppedAt === null)?.dueAt ?? dueAt,
    })),
    parts: mergeParts(matter.parts, change.parts ?? []),
    newClocks: moves.started.map((clock) => ({
      id: clock.id,
      organisation_id: clock.organisationId,
      name: clock.name,
      rule: clock.rule,
      calendar: clock.calendar,
      amount: clock.limit.amount,
      unit: clock.limit.unit,
      started_at: clock.startedAt,
      due_at: clock.dueAt,
    })),
    clocks: moves.changed.map((clock) => ({
      id: clock.id,
      due_at: clock.dueAt,
      stopped_at: clock.stoppedAt,
      breached: clock.breached,
      paused: clock.paused,
      amount: clock.limit.amount,
    })),
    newPauses: moves.newPauses.map((pause) => ({
      clock_id: pause.clockId,
      from_at: pause.from,
      reason: pause.reason,
      approved_by: pause.approvedBy,
    })),
    endedPauses: moves.endedPauses.map((pause) => ({ clock_id: pause.clockId, from_at: pause.from, to_at: pause.to })),
    links: (change.links ?? []).map((link) => ({ to_id: link.toId, kind: link.kind })),
    unlinks: (change.unlinks ?? []).map((link) => ({ to_id: link.toId, kind: link.kind })),
    ratings: (change.ratings ?? []).map((rating) => ({
      id: uuidv7(),
      by: rating.by,
      at: now,
      contacted: rating.contacted ?? null,
      resolved: rating.resolved ?? null,
      satisfaction: rating.satisfaction ?? null,
      reasons: rating.reasons ?? [],
      comment: rating.comment ?? null,
    })),
    facts: [
      {
        name: `${kind.kind}-${request.action}`,
        data: factData(kind, after, request, {
          from: matter.state,
          to,
          dueAt,
          closedAt,
          outcome,
          moves,
          before: matter,
          data: change.data,
          ratings: change.ratings,
        }),
      },
      ...(change.facts ?? []),
    ],
    files: change.files ?? [],
  };
}

interface FactMore {
  from: string;
  to: string;
  dueAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  moves: { changed: { name: string; dueAt: Date; stoppedAt: Date | null; breached: boolean; organisationId: string | null }[] };
  before: Snapshot;
  data: Record<string, unknown> | undefined;
  ratings: Change['ratings'];
}

/** What an act tells those who count and those who inform: values, so that nobody has to read the ledger again. Never contact data. */
export function factData(kind: Kind, matter: Snapshot, request: ActRequest, more: FactMore): Record<string, unknown> {
  return {
    number: matter.number,
    kind: kind.kind,
    action: request.action,
    from: more.from,
    to: more.to,
    title: matter.title,
    category: matter.category,
    channel: matter.channel,
    urgency: matter.urgency,
    leadId: matter.leadId ?? more.before.leadId,
    previousLeadId: more.before.leadId,
    previousAreaCode: more.before.areaCode,
    previousCategory: more.before.category,
    reporterId: matter.reporterId,
    openedAt: matter.openedAt,
    dueAt: more.dueAt,
    closedAt: more.closedAt,
    previousClosedAt: more.before.closedAt,
    previousDueAt: more.before.dueAt,
    outcome: more.outcome,
    previousOutcome: more.before.outcome,
    actorId: request.actor.id,
    actorName: request.actor.name,
    stopped: more.moves.changed
      .filter((clock) => clock.stoppedAt !== null)
      .map((clock) => ({ name: clock.name, breached: clock.breached, dueAt: clock.dueAt, organisationId: clock.organisationId })),
    ...(more.ratings ? { ratings: more.ratings.map(({ comment, ...rating }) => rating) } : {}),
    ...(kind.factData?.(matter) ?? {}),
    ...(more.data ? { data: more.data } : {}),
  };
}

/** The post in which the actor acts: the one nearest to the matter. */
export function postOf(actor: Actor, matter: Pick<Snapshot, 'areaCode'> & { parts?: PartRow[] }) {
  return (
    actor.posts.find((post) => matter.parts?.some((part) => part.endedAt === null && part.organisationId === post.organisationId)) ??
    actor.posts.find((post) => matter.areaCode.startsWith(post.areaCode)) ??
    actor.posts[0]
  );
}

/** The organisation of a post; tokens and the command line act for none. */
export function organisationOf(post: { organisationId: string } | undefined): string | null {
  return post && /[1-9a-f]/.test(post.organisationId) ? post.organisationId : null;
}

function mergeParts(parts: PartRow[], changes: NonNullable<Change['parts']>): Record<string, unknown>[] {
  return changes.map((change) => {
    const part = { ...parts.find((item) => item.id === change.id)!, ...change };
    return {
      id: part.id,
      signed_at: part.signedAt,
      arrived_at: part.arrivedAt,
      done_at: part.doneAt,
      ended_at: part.endedAt,
      due_at: part.dueAt,
      result: part.result,
    };
  });
}

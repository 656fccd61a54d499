import type { Actor } from '@gongzhi/contract/actor';
import type { Connection } from '@gongzhi/platform/database';
import { constraintRefusal } from '@gongzhi/platform/problems';
import type { Calendar } from '@gongzhi/platform/working-time';
import { uuidv7 } from 'uuidv7';
import type { Kind } from '../kind.ts';
import { matterProblems } from '../problems.ts';
import { genesis, sealEntry } from '../rules/entry-hash.ts';
import { mainDue, startClock } from '../rules/move-clocks.ts';
import { insertMatter } from '../store/insert-matter.ts';
import { organisationOf, postOf } from './act.ts';

export interface NewMatter {
  id?: string;
  areaCode: string;
  category: string | null;
  title: string;
  body: string;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
  channel: string;
  urgency: number;
  reporterId: string | null;
  confidential: boolean;
  parentId?: string | null;
  openedAt: Date;
  details: Record<string, unknown>;
  external?: { source: string; number: string } | null;
  links?: { toId: string; kind: string }[];
  files?: string[];
  /** Said in the first entry; must hold no contact data. */
  data?: Record<string, unknown>;
}

export interface OpenedMatter {
  id: string;
  number: string;
  areaCode: string;
  state: string;
  openedAt: Date;
  dueAt: Date | null;
  version: number;
}

/** The clocks that begin with a matter of this kind. */
export interface FirstClocks {
  action: string;
  clocks: { name: string; limit: Parameters<typeof startClock>[1]['limit']; rule: string }[];
}

/** Opens a matter with its first entry, its clocks and its fact in one statement. */
export async function openMatter(
  connection: Connection,
  kind: Kind,
  calendar: Calendar,
  actor: Actor,
  matter: NewMatter,
  first: FirstClocks,
  now: Date,
): Promise<OpenedMatter> {
  const id = matter.id ?? uuidv7();
  const clocks = first.clocks.map((clock) => startClock(calendar, clock, matter.openedAt));
  const state = kind.table.initial;
  const dueAt = mainDue(clocks, kind.mainClocks, null);
  const data = { category: matter.category, channel: matter.channel, ...matter.data };
  const sealed = sealEntry(
    genesis,
    {
      matterId: id,
      no: 1,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      action: first.action,
      from: null,
      to: state,
      visibility: 'public',
    },
    null,
    data,
  );
  const post = postOf(actor, matter);
  try {
    const written = await insertMatter(connection, {
      id,
      prefix: kind.prefix,
      matter: {
        kind: kind.kind,
        area_code: matter.areaCode,
        category: matter.category,
        title: matter.title,
        body: matter.body,
        address: matter.address,
        longitude: matter.longitude,
        latitude: matter.latitude,
        channel: matter.channel,
        state,
        urgency: matter.urgency,
        reporter_id: matter.reporterId,
        confidential: matter.confidential,
        parent_id: matter.parentId ?? null,
        opened_at: matter.openedAt,
        due_at: dueAt,
        details: kind.details.parse(matter.details),
        external_source: matter.external?.source ?? null,
        external_number: matter.external?.number ?? null,
      },
      entry: {
        at: now,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        post_title: post?.title ?? null,
        organisation_id: organisationOf(post),
        action: first.action,
        to_state: state,
        visibility: 'public',
        note: null,
        data,
        ...sealed,
      },
      newClocks: clocks.map((clock) => ({
        id: clock.id,
        organisation_id: null,
        name: clock.name,
        rule: clock.rule,
        calendar: clock.calendar,
        amount: clock.limit.amount,
        unit: clock.limit.unit,
        started_at: clock.startedAt,
        due_at: clock.dueAt,
      })),
      facts: [
        {
          name: `${kind.kind}-${first.action}`,
          data: {
            kind: kind.kind,
            action: first.action,
            from: null,
            to: state,
            title: matter.title,
            category: matter.category,
            channel: matter.channel,
            urgency: matter.urgency,
            reporterId: matter.reporterId,
            openedAt: matter.openedAt,
            dueAt,
            actorId: actor.id,
            actorName: actor.name,
          },
        },
      ],
      links: (matter.links ?? []).map((link) => ({ to_id: link.toId, kind: link.kind })),
      files: matter.files ?? [],
    });
    return { id, number: written.number, areaCode: written.areaCode, state, openedAt: matter.openedAt, dueAt, version: 1 };
  } catch (error) {
    throw constraintRefusal(error, { matter_external_key: () => matterProblems['external-known']() });
  }
}

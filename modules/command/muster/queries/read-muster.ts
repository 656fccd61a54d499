import type { Actor } from '@gongzhi/contract/actor';
import type { muster } from '@gongzhi/contract/muster';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';
import { musterTable } from '../kind.ts';
import type { MusterCore } from '../muster.ts';
import { asked, statusOf } from '../rules/member-status.ts';
import { figuresOf, type HeadRow, type MusterFigures, selectHeads } from '../store/heads.ts';
import { countByTeam, selectMembers } from '../store/members.ts';
import { selectCounts, selectNeeds, selectPosts, selectShifts } from '../store/scene.ts';
import { musterFor, seenAreas } from './find-muster.ts';

const HeadCursor = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });
const NameCursor = z.strictObject({ name: z.string().max(200), id: z.uuid() });
const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function read<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}

async function present(core: MusterCore, head: HeadRow & MusterFigures, state: string) {
  const directory = await core.territory.directory();
  return {
    ...{
      number: head.number,
      title: head.title,
      state,
      rehearsal: head.rehearsal,
      areaCode: head.areaCode,
      areaName: directory.name(head.areaCode),
    },
    ...{ calledAt: head.calledAt.toISOString(), endedAt: head.endedAt?.toISOString() ?? null },
    ...{ called: head.called, received: head.received, declined: head.declined, signedIn: head.signedIn, left: head.left },
    minutesToSignIn: head.minutesToSignIn,
  };
}

/** Real musters, or rehearsals where they are asked for: never one list of both. */
export async function listMusters(
  core: MusterCore,
  actor: Actor,
  query: QueryOf<typeof muster.list>,
): Promise<AnswerOf<typeof muster.list>> {
  const after = query.cursor ? read(HeadCursor, query.cursor) : null;
  const rows = await selectHeads(
    core.database,
    seenAreas(actor),
    query.rehearsal ?? false,
    after && { at: new Date(after.at), id: after.id },
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const states = new Map((await core.matters.summaries(shown.map((row) => row.id))).map((one) => [one.number, one.state]));
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await Promise.all(shown.map((row) => present(core, row, states.get(row.number) ?? 'called'))),
    next: last ? write({ at: last.calledAt.toISOString(), id: last.id }) : null,
  };
}

const logged = ['call', 'engage', 'call-more', 'log', 'stand-down', 'report', 'cancel'];

/** Everything about one muster for those who command it. */
export async function readMuster(core: MusterCore, actor: Actor, number: string): Promise<AnswerOf<typeof muster.read>> {
  const head = await musterFor(core, actor, number, ['muster.call', 'board.read']);
  const [figures, teams, posts, shifts, needs, counts, detail] = await Promise.all([
    figuresOf(core.database, head.id),
    countByTeam(core.database, head.id),
    selectPosts(core.database, head.id),
    selectShifts(core.database, head.id),
    selectNeeds(core.database, head.id),
    selectCounts(core.database, head.id),
    core.matters.detail(actor, number),
  ]);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const shiftsOf = Map.groupBy(shifts, (shift) => shift.postId);
  return {
    ...(await present(core, { ...head, ...figures }, detail.state)),
    ...{
      body: detail.body,
      address: detail.address,
      location: detail.location,
      radius: head.radius,
      code: head.code,
      version: detail.version,
    },
    byTeam: teams,
    posts: posts.map((post) => ({
      ...{ id: post.id, name: post.name, wanted: post.wanted },
      location: post.longitude === null || post.latitude === null ? null : { longitude: post.longitude, latitude: post.latitude },
      shifts: (shiftsOf.get(post.id) ?? []).map((shift) => ({
        ...{ id: shift.id, responderId: shift.responderId, name: shift.name },
        ...{ from: shift.from.toISOString(), until: shift.until.toISOString(), endedAt: iso(shift.endedAt) },
      })),
    })),
    needs: needs.map((need) => ({ ...need, at: need.at.toISOString(), metAt: iso(need.metAt) })),
    counts: counts.map((count) => ({ ...count, at: count.at.toISOString(), endedAt: iso(count.endedAt) })),
    log: detail.entries
      .filter((entry) => logged.includes(entry.action))
      .map((entry) => ({
        ...{ at: entry.at, by: entry.actor.name, text: entry.note },
        action:
          entry.action === 'call'
            ? '发起集结'
            : (musterTable.actions[entry.action as keyof typeof musterTable.actions]?.zh ?? entry.action),
      })),
  };
}

/** Those called by name, a page at a time. */
export async function listMembers(
  core: MusterCore,
  actor: Actor,
  number: string,
  query: QueryOf<typeof muster.members>,
): Promise<AnswerOf<typeof muster.members>> {
  const head = await musterFor(core, actor, number);
  const after = query.cursor ? read(NameCursor, query.cursor) : null;
  const [directory, rows] = await Promise.all([
    core.territory.directory(),
    selectMembers(core.database, head.id, { status: query.status ?? null, text: query.text || null, after, limit: query.limit + 1 }),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => ({
      ...{
        id: row.responderId,
        name: row.name,
        areaCode: row.areaCode,
        areaName: directory.name(row.areaCode),
        team: row.team,
        post: row.post,
      },
      ...{
        skills: row.skills,
        status: statusOf(row),
        calledAt: row.calledAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
      },
      ...{ signedAt: row.signedAt?.toISOString() ?? null, signedBy: row.signedBy, onShift: row.onShift },
      safe: row.countAt && row.signedAt && !row.leftAt ? !asked(row) : null,
    })),
    next: last ? write({ name: last.name, id: last.responderId }) : null,
  };
}

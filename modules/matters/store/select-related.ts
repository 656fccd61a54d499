import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from './run-raw.ts';

export interface EntryRow {
  no: number;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  postTitle: string | null;
  organisationId: string | null;
  action: string;
  from: string | null;
  to: string;
  note: string | null;
  data: Record<string, unknown> | null;
  visibility: 'public' | 'reporter' | 'internal';
  hash: string;
  withdrawn: boolean;
}
export interface LinkRow {
  kind: 'duplicate-of' | 'split-from' | 'follows' | 'caused-by';
  direction: 'from' | 'to';
  number: string;
  title: string;
  state: string;
}
export interface RatingRow {
  id: string;
  by: 'reporter' | 'community' | 'call-back' | 'whistler' | 'responder';
  at: string;
  contacted: boolean | null;
  resolved: boolean | null;
  satisfaction: number | null;
  reasons: string[];
  comment: string | null;
}
export interface FileRow {
  id: string;
  name: string;
  kind: 'photo' | 'attachment';
  type: string;
  size: number;
  at: string;
  visibility: 'public' | 'reporter' | 'internal';
  stage: 'before' | 'after' | 'other';
  preview: boolean;
}
export interface Related {
  entries: EntryRow[];
  links: LinkRow[];
  ratings: RatingRow[];
  files: FileRow[];
  children: { number: string; title: string; state: string }[];
  parent: { number: string; title: string } | null;
}

/** What of the matter's surroundings the reader is shown. */
export interface Reading {
  /** Only what is meant for the public or the reporter. */
  asReporter: boolean;
  /** Whose own uploads are shown in any case. */
  uploader: string;
  /** Which other matters may be named: a condition on `m`. */
  visible: RawBuilder<boolean>;
}

/** History, links, ratings, files, children and parent of one matter in one statement. Moments are text. */
export async function selectRelated(
  connection: Connection,
  id: string,
  parentId: string | null,
  { asReporter, uploader, visible }: Reading,
): Promise<Related> {
  const meant = (alias: 'e' | 'f') => (asReporter ? sql`${sql.ref(`${alias}.visibility`)} <> 'internal'` : sql`true`);
  const ratedBy = asReporter ? sql`r.by = 'reporter'` : sql`true`;
  const [row] = await runRaw(
    connection,
    sql<Related>`select
    coalesce((select json_agg(json_build_object('no', e.no, 'at', e.at, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorName', e.actor_name, 'postTitle', e.post_title,
      'organisationId', e.organisation_id, 'action', e.action, 'from', e.from_state, 'to', e.to_state, 'note', e.note, 'data', e.data, 'visibility', e.visibility,
      'hash', encode(e.hash, 'hex'), 'withdrawn', e.withdrawn_at is not null) order by e.no)
      from matters.entry e where e.matter_id = ${id}::uuid and ${meant('e')}), '[]') as entries,
    coalesce((select json_agg(json_build_object('kind', l.kind, 'direction', l.direction, 'number', m.number, 'title', m.title, 'state', m.state) order by l.at, m.number)
      from (select kind, 'from' as direction, at, to_id as other from matters.link where from_id = ${id}::uuid
        union all select kind, 'to', at, from_id from matters.link where to_id = ${id}::uuid) l
      join matters.matter m on m.id = l.other where ${visible}), '[]') as links,
    coalesce((select json_agg(json_build_object('id', r.id, 'by', r.by, 'at', r.at, 'contacted', r.contacted, 'resolved', r.resolved, 'satisfaction', r.satisfaction, 'reasons', r.reasons, 'comment', r.comment) order by r.at, r.id)
      from matters.rating r where r.matter_id = ${id}::uuid and ${ratedBy}), '[]') as ratings,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'type', f.type, 'size', f.size, 'at', f.at, 'visibility', f.visibility, 'stage', f.stage, 'preview', f.preview_digest is not null) order by f.at, f.id)
      from matters.file f where f.matter_id = ${id}::uuid and (${meant('f')} or f.uploaded_by = ${uploader})), '[]') as files,
    coalesce((select json_agg(json_build_object('number', m.number, 'title', m.title, 'state', m.state) order by m.number)
      from matters.matter m where m.parent_id = ${id}::uuid and ${visible}), '[]') as children,
    (select json_build_object('number', m.number, 'title', m.title) from matters.matter m where m.id = ${parentId}::uuid and ${visible}) as parent`,
  );
  return row as Related;
}

import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import { underAreas } from '@gongzhi/matters';
import { type Connection, type RawBuilder, sql } from '@gongzhi/platform/database';
import { runRaw } from '../../store/run-raw.ts';
import { type CardRecord, cardColumns } from './cards.ts';

export interface CardWanted {
  number?: string | undefined;
  grade?: string | undefined;
  state?: string | undefined;
  open?: 'true' | 'false' | undefined;
  late?: 'true' | 'false' | undefined;
  organisation?: string | undefined;
  rule?: string | undefined;
  matter?: string | undefined;
  area?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const late = (now: Date) => sql<boolean>`(coalesce(c.replied_at, c.ended_at, ${now.toISOString()}::timestamptz) > c.reply_due)`;

function conditions(wanted: CardWanted, now: Date): RawBuilder<boolean>[] {
  const all: RawBuilder<boolean>[] = [];
  if (wanted.number) all.push(sql`c.number = ${wanted.number}`);
  if (wanted.grade) all.push(sql`c.grade = ${wanted.grade}`);
  if (wanted.state) all.push(sql`c.state = ${wanted.state}`);
  if (wanted.open === 'true') all.push(sql`c.ended_at is null`);
  if (wanted.open === 'false') all.push(sql`c.ended_at is not null`);
  if (wanted.late === 'true') all.push(late(now));
  if (wanted.late === 'false') all.push(sql`not ${late(now)}`);
  if (wanted.organisation) all.push(sql`c.organisation_id = ${wanted.organisation}::uuid`);
  if (wanted.rule) all.push(wanted.rule === 'by-hand' ? sql`c.rule_id is null` : sql`c.rule_id = ${wanted.rule}`);
  if (wanted.matter) all.push(sql`c.matter_number = ${wanted.matter}`);
  if (wanted.area) all.push(underAreas([wanted.area], sql`c.area_code`));
  if (wanted.from) all.push(sql`c.issued_at >= ${wanted.from}::timestamptz`);
  if (wanted.to) all.push(sql`c.issued_at < ${wanted.to}::timestamptz`);
  return all;
}

/** Cards that the actor may see, newest first: under its areas as supervisor, or against its own units. */
export async function selectCards(
  connection: Connection,
  actor: Actor,
  wanted: CardWanted,
  now: Date,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CardRecord[]> {
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  const seen = sql<boolean>`(${underAreas(areasFor(actor, 'case.supervise'), sql`c.area_code`)} or c.organisation_id = any(${units}::uuid[]))`;
  const all = [seen, ...conditions(wanted, now)];
  if (after) all.push(sql`(c.issued_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return runRaw(
    connection,
    sql<CardRecord>`select ${sql.raw(cardColumns)} from command.card c where ${sql.join(all, sql` and `)} order by c.issued_at desc, c.id desc limit ${limit}`,
  );
}

export interface CardFigureRow {
  by: 'all' | 'grade' | 'rule' | 'unit';
  id: string;
  name: { zh: string; en: string } | null;
  cards: number;
  open: number;
  late: number;
  red: number;
  answered: number;
  inTime: number;
}
/** Counts of cards under the areas, by grade, rule and unit; one statement. */
export async function cardFigureRows(
  connection: Connection,
  areas: readonly string[],
  wanted: CardWanted,
  now: Date,
): Promise<CardFigureRow[]> {
  const all = [underAreas(areas, sql`c.area_code`), ...conditions(wanted, now)];
  const counts = sql`count(*)::int as cards, count(*) filter (where ended_at is null)::int as open, count(*) filter (where late)::int as late,
    count(*) filter (where grade in ('red', 'meeting'))::int as red, count(*) filter (where replied_at is not null or reply_due <= ${now.toISOString()}::timestamptz)::int as answered,
    count(*) filter (where replied_at <= reply_due)::int as "inTime"`;
  return runRaw(
    connection,
    sql<CardFigureRow>`with c as (select *, ${late(now)} as late from command.card c where ${sql.join(all, sql` and `)})
      select 'all' as by, 'all' as id, null::jsonb as name, ${counts} from c
      union all select 'grade', grade, null, ${counts} from c group by grade
      union all select 'rule', coalesce(rule_id, 'by-hand'), (array_agg(rule_name))[1], ${counts} from c group by rule_id
      union all select 'unit', organisation_id::text, null, ${counts} from c group by organisation_id`,
  );
}

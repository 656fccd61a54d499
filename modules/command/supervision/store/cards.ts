import type { Grade } from '@gongzhi/contract/supervision';
import type { Connection } from '@gongzhi/platform/database';

export interface NewCard {
  id: string;
  matterId: string;
  matterNumber: string;
  matterKind: string;
  matterTitle: string;
  areaCode: string;
  organisationId: string;
  grade: Grade;
  ruleId: string | null;
  ruleName: { zh: string; en?: string | undefined } | null;
  ruleVersion: number | null;
  facts: Record<string, unknown>;
  reason: string;
  cause: string | null;
  issuedAt: Date;
  issuedBy: string;
  actorId: string | null;
  organisationOfActor: string | null;
  replyDue: Date;
  escalatedFrom: string | null;
}

/** Writes cards with their first step; those whose cause has led to one already are left out. Answers those written. */
export async function insertCards(tx: Connection, cards: readonly NewCard[]): Promise<{ id: string; number: string }[]> {
  if (cards.length === 0) return [];
  return tx.query<{ id: string; number: string }>(
    `with row as (
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "matterId" uuid, "matterNumber" text, "matterKind" text, "matterTitle" text, "areaCode" text,
         "organisationId" uuid, grade text, "ruleId" text, "ruleName" jsonb, "ruleVersion" int, facts jsonb, reason text, cause text, "issuedAt" timestamptz,
         "issuedBy" text, "actorId" uuid, "organisationOfActor" uuid, "replyDue" timestamptz, "escalatedFrom" uuid)),
     card as (
       insert into command.card (id, number, matter_id, matter_number, matter_kind, matter_title, area_code, organisation_id, grade, state, rule_id, rule_name,
         rule_version, facts, reason, cause, issued_at, issued_by, reply_due, escalated_from)
       select id, 'DB' || to_char("issuedAt" at time zone 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('command.card_number')::text, 6, '0'), "matterId", "matterNumber",
         "matterKind", "matterTitle", "areaCode", "organisationId", grade, 'issued', "ruleId", nullif("ruleName", 'null'::jsonb), "ruleVersion", facts, reason, cause,
         "issuedAt", "issuedBy", "replyDue", "escalatedFrom" from row
       on conflict (cause) do nothing returning id, number),
     step as (
       insert into command.card_step (card_id, no, at, action, actor_id, actor_name, organisation_id, note)
       select r.id, 1, r."issuedAt", 'issue', r."actorId", r."issuedBy", r."organisationOfActor", r.reason from row r join card c using (id))
     select id, number from card`,
    [JSON.stringify(cards)],
  );
}

export interface CardRecord {
  id: string;
  number: string;
  matterId: string;
  matterNumber: string;
  matterKind: string;
  matterTitle: string;
  areaCode: string;
  organisationId: string;
  grade: Grade;
  state: string;
  ruleId: string | null;
  ruleName: { zh: string; en?: string | undefined } | null;
  ruleVersion: number | null;
  facts: Record<string, unknown>;
  reason: string;
  issuedAt: Date;
  at: string;
  issuedBy: string;
  replyDue: Date;
  repliedAt: Date | null;
  endedAt: Date | null;
  escalatedFrom: string | null;
  version: number;
}

export const cardColumns = `c.id, c.number, c.matter_id as "matterId", c.matter_number as "matterNumber", c.matter_kind as "matterKind", c.matter_title as "matterTitle",
  c.area_code as "areaCode", c.organisation_id as "organisationId", c.grade, c.state, c.rule_id as "ruleId", c.rule_name as "ruleName", c.rule_version as "ruleVersion",
  c.facts, c.reason, c.issued_at as "issuedAt", (c.issued_at at time zone 'UTC')::text || '+00' as at, c.issued_by as "issuedBy", c.reply_due as "replyDue",
  c.replied_at as "repliedAt", c.ended_at as "endedAt", c.escalated_from as "escalatedFrom", c.version`;

/** Yellow and red cards and such whose reply is overdue, held until the end of the transaction. Reads along `card_waiting`. */
export const unansweredStatement = `select ${cardColumns} from command.card c where c.state = 'issued' and c.reply_due <= $1 and c.grade = any($2::text[])
  order by c.reply_due limit $3 for update skip locked`;
export async function takeUnanswered(tx: Connection, now: Date, after: readonly string[], most: number): Promise<CardRecord[]> {
  return tx.query<CardRecord>(unansweredStatement, [now, [...after], most]);
}

/** Marks cards as escalated, with a step each. */
export async function markEscalated(tx: Connection, ids: readonly string[], at: Date, note: string): Promise<void> {
  await tx.query(
    `with card as (update command.card set state = 'escalated', ended_at = $2::timestamptz, version = version + 1 where id = any($1::uuid[]) returning id)
     insert into command.card_step (card_id, no, at, action, actor_name, note)
     select s.card_id, max(s.no) + 1, $2::timestamptz, 'escalate', '系统', $3 from command.card_step s join card on card.id = s.card_id group by s.card_id`,
    [[...ids], at, note],
  );
}

/** Cards of this grade or higher that stand open on a matter against a unit. */
export async function standingCard(
  tx: Connection,
  matterId: string,
  organisationId: string,
  atLeast: readonly string[],
): Promise<CardRecord | undefined> {
  const [row] = await tx.query<CardRecord>(
    `select ${cardColumns} from command.card c where c.matter_id = $1 and c.organisation_id = $2 and c.ended_at is null and c.grade = any($3::text[])
     order by c.issued_at desc limit 1`,
    [matterId, organisationId, [...atLeast]],
  );
  return row;
}

/** Writes one act on a card where it still has the version that was seen; false: somebody was quicker. */
export async function actOnCard(
  tx: Connection,
  act: {
    id: string;
    version: number;
    state: string;
    ended: boolean;
    replied: boolean;
    at: Date;
    action: string;
    actorId: string | null;
    actorName: string;
    organisationId: string | null;
    note: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `with card as (
       update command.card set state = $3, version = version + 1, ended_at = case when $4::boolean then $5::timestamptz end,
         replied_at = case when $6::boolean then $5::timestamptz else replied_at end
       where id = $1 and version = $2 returning id)
     insert into command.card_step (card_id, no, at, action, actor_id, actor_name, organisation_id, note)
     select card.id, (select max(no) + 1 from command.card_step s where s.card_id = card.id), $5::timestamptz, $7, $8::uuid, $9, $10::uuid, $11 from card returning no`,
    [act.id, act.version, act.state, act.ended, act.at, act.replied, act.action, act.actorId, act.actorName, act.organisationId, act.note],
  );
  return rows.length > 0;
}

export interface StepRow {
  no: number;
  at: Date;
  action: string;
  by: string;
  organisationId: string | null;
  note: string | null;
}
/** What was done to a card, in order, and the card that it was escalated to. */
export async function stepsOf(connection: Connection, id: string): Promise<StepRow[]> {
  return connection.query<StepRow>(
    `select no, at, action, actor_name as by, organisation_id as "organisationId", note from command.card_step where card_id = $1 order by no`,
    [id],
  );
}
export async function neighboursOf(connection: Connection, card: Pick<CardRecord, 'id' | 'escalatedFrom'>) {
  const rows = await connection.query<{ number: string; before: boolean }>(
    `select number, id = $2::uuid as before from command.card where id = $2::uuid or escalated_from = $1::uuid`,
    [card.id, card.escalatedFrom],
  );
  return { escalatedFrom: rows.find((row) => row.before)?.number ?? null, escalatedTo: rows.find((row) => !row.before)?.number ?? null };
}

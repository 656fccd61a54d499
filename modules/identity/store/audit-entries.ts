import type { Connection } from '@gongzhi/platform/database';
import type { AuditLine } from '../rules/audit-hash.ts';

export type KeptLine = AuditLine & { hash: Buffer };

export interface AuditHead {
  no: number;
  hash: Buffer;
  /** Null before the first line. */
  seal: Buffer | null;
}

/** The end of the chain, locked until the transaction ends: one writer at a time. */
export async function lockHead(tx: Connection): Promise<AuditHead> {
  const [head] = await tx.query<AuditHead>('select no, hash, seal from identity.audit_head for update', [], 'identity-audit-lock');
  return head as AuditHead;
}

export async function readHead(connection: Connection): Promise<AuditHead> {
  const [head] = await connection.query<AuditHead>('select no, hash, seal from identity.audit_head');
  return head as AuditHead;
}

export async function append(tx: Connection, line: KeptLine, seal: Buffer): Promise<void> {
  await tx.query(
    `with line as (
       insert into identity.audit_entry (no, at, actor_kind, actor_id, actor_name, action, subject, purpose, address, detail, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11) returning no, hash
     )
     update identity.audit_head set no = line.no, hash = line.hash, seal = $12 from line`,
    [
      line.no,
      line.at,
      line.actorKind,
      line.actorId,
      line.actorName,
      line.action,
      line.subject,
      line.purpose,
      line.address,
      JSON.stringify(line.detail),
      line.hash,
      seal,
    ],
    'identity-audit-append',
  );
}

const columns =
  'no, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", action, subject, purpose, address, detail, hash';

/** Lines in their order, after a number and up to another. */
export function linesAfter(connection: Connection, after: number, upTo: number, most: number): Promise<KeptLine[]> {
  return connection.query<KeptLine>(`select ${columns} from identity.audit_entry where no > $1 and no <= $2 order by no limit $3`, [
    after,
    upTo,
    most,
  ]);
}

export interface AuditFilter {
  text?: string | undefined;
  action?: string | undefined;
  /** Id of an account, resident or token, or a name in full. */
  actor?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Lines that fit, newest first, older than `before`. `text` is looked for in names, actions, subjects and purposes. */
export function findLines(connection: Connection, filter: AuditFilter, before: number | null, most: number): Promise<KeptLine[]> {
  const values: unknown[] = [];
  const wanted: string[] = [];
  const want = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined || value === null || value === '') return;
    values.push(value);
    wanted.push(condition(`$${values.length}`));
  };
  want((p) => `no < ${p}`, before);
  want((p) => `action = ${p}`, filter.action);
  want((p) => `(actor_id = ${p} or actor_name = ${p})`, filter.actor);
  want((p) => `subject = ${p}`, filter.subject);
  want((p) => `at >= ${p}`, filter.from);
  want((p) => `at < ${p}`, filter.to);
  want(
    (p) => `concat_ws(E'\\n', actor_name, action, subject, purpose) ilike ${p}`,
    filter.text && `%${filter.text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`,
  );
  values.push(most);
  return connection.query<KeptLine>(
    `select ${columns} from identity.audit_entry ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''} order by no desc limit $${values.length}`,
    values,
  );
}

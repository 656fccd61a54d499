import type { Connection } from '../database/index.ts';
import { factHorizon } from './horizon.ts';
import type { Fact } from './index.ts';

/** A place in the order of facts. */
export interface FactPosition {
  tx: string;
  id: number;
}

/** The place behind the last fact that no running transaction can still precede. */
export async function factHead(connection: Connection): Promise<FactPosition> {
  const [row] = await connection.query<FactPosition>(
    'select tx::text as tx, id from platform.fact where tx < $1::xid8 order by fact.tx desc, fact.id desc limit 1',
    [await factHorizon(connection)],
  );
  return row ?? { tx: '0', id: 0 };
}

/** Facts behind a place in their order, without remembering that they were read: for those who only listen. */
export async function factsAfter(connection: Connection, after: FactPosition, most: number): Promise<Fact[]> {
  const horizon = await factHorizon(connection);
  const rows = await connection.query<Omit<Fact, 'areaCode'> & { area_code: string | null }>(
    `select id, tx::text as tx, at, name, subject, area_code, data from platform.fact
     where (tx, id) > ($1::xid8, $2) and tx < $4::xid8 order by fact.tx, fact.id limit $3`,
    [after.tx, after.id, most, horizon],
    'outbox.tail',
  );
  return rows.map(({ area_code, ...row }) => ({ ...row, areaCode: area_code }));
}

import type { Connection } from '@gongzhi/platform/database';

export interface ModelRow {
  id: string;
  at: Date;
  rows: number;
  labels: number;
  measures: Record<string, number | null>;
  verdict: 'first' | 'better' | 'not-better' | 'chosen';
  inForce: boolean;
}

const columns = 'id, at, rows, labels, measures, verdict, in_force as "inForce"';

/** The newest fifty versions, and the one in force wherever it stands. */
export function selectModels(connection: Connection): Promise<ModelRow[]> {
  return connection.query<ModelRow>(
    `select * from ((select ${columns} from intelligence.model order by at desc limit 50) union select ${columns} from intelligence.model where in_force) m order by at desc`,
  );
}

export async function selectInForce(connection: Connection): Promise<ModelRow | null> {
  const [row] = await connection.query<ModelRow>(`select ${columns} from intelligence.model where in_force`);
  return row ?? null;
}

export async function insertModel(connection: Connection, model: Omit<ModelRow, 'at' | 'inForce'>): Promise<void> {
  await connection.query('insert into intelligence.model (id, rows, labels, measures, verdict) values ($1, $2, $3, $4::jsonb, $5)', [
    model.id,
    model.rows,
    model.labels,
    JSON.stringify(model.measures),
    model.verdict,
  ]);
}

/** Puts one version in force and every other out of it; null where there is no such version. Inside a transaction of the caller. */
export async function putInForce(tx: Connection, id: string, verdict: ModelRow['verdict']): Promise<ModelRow | null> {
  await tx.query('update intelligence.model set in_force = false where in_force and id <> $1', [id]);
  const [row] = await tx.query<ModelRow>(`update intelligence.model set in_force = true, verdict = $2 where id = $1 returning ${columns}`, [
    id,
    verdict,
  ]);
  return row ?? null;
}

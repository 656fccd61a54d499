import { type Connection, type RawBuilder, sqlFor } from '@gongzhi/platform/database';

const builder = sqlFor<Record<string, never>>();

/** Runs a statement put together from `sql` pieces. */
export function runRaw<T>(connection: Connection, statement: RawBuilder<T>): Promise<T[]> {
  return connection.run<T>({ compile: () => statement.compile(builder) });
}

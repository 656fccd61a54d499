import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

/**
 * The query builder as a builder only: it makes SQL, and a `Connection` runs it. So a transaction is always the one that was
 * passed, on both engines. `T` is the module's own table types: `export const from = sqlFor<TerritoryTables>()`.
 */
export function sqlFor<T>(): Kysely<T> {
  return new Kysely<T>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
export { type Compilable, type RawBuilder, sql } from 'kysely';

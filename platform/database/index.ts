export { type Compilable, type RawBuilder, sql, sqlFor } from './builder.ts';
export { type Cached, cached } from './cached.ts';
export type { CopyValue } from './copy-text.ts';
export { applicationRole, type Connection, type Database, type Engine, type Row } from './database.ts';
export { openEmbedded } from './embedded.ts';
export { type MigrationSource, migrate, schemaVersion, statements } from './migrate.ts';
export { openPostgres, type Trace } from './postgres.ts';
export { withoutIndexes } from './without-indexes.ts';

import { schemaVersion } from '@gongzhi/platform/database';
import type { Verb } from '../verb.ts';

export const migrateVerb: Verb = {
  name: 'migrate',
  summary: 'bring the schema forward, once, under a lock',
  async run({ product, out, options }) {
    const { migrated, database } = await product();
    const version = await schemaVersion(database);
    if (options.json) out.json({ ran: migrated, schema: version, engine: database.engine });
    else
      out.line(
        migrated.length > 0 ? `Ran ${migrated.length} migrations; the schema is ${version}.` : `Nothing to do; the schema is ${version}.`,
      );
    return 0;
  },
};

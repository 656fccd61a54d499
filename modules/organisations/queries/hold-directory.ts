import type { Database } from '@gongzhi/platform/database';
import type { OrganisationDirectory, OrganisationName } from '../organisations.ts';
import { revisionOf } from '../store/revision.ts';
import { allOrganisations } from '../store/select-organisations.ts';

/** Reads all organisations, or gives back the last directory where nothing has changed since. */
export function directoryLoader(database: Database): () => Promise<OrganisationDirectory> {
  let last: { revision: number; directory: OrganisationDirectory } | undefined;
  return async () => {
    const revision = await revisionOf(database, 'organisation');
    if (last?.revision !== revision) last = { revision, directory: await readDirectory(database) };
    return last.directory;
  };
}

async function readDirectory(database: Database): Promise<OrganisationDirectory> {
  const names = new Map<string, OrganisationName>();
  for (const { code: _, name, ...unit } of await allOrganisations(database)) names.set(unit.id, { ...unit, name: name.zh });
  return {
    get: (id) => names.get(id),
    name: (id) => names.get(id)?.shortName ?? id,
    all: () => names.values(),
  };
}

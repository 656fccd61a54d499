import { AreaLevel } from '@gongzhi/contract/territory';
import type { Database } from '@gongzhi/platform/database';
import { ancestorCodes } from '../rules/area-code.ts';
import { areaRevision, type DirectoryRow, selectDirectory, selectEndedNames } from '../store/select-directory.ts';
import type { AreaDirectory, AreaName } from '../territory.ts';

const levels = AreaLevel.options;

/** Reads the directory, or gives back the last one where nothing has changed since. */
export function directoryLoader(database: Database): () => Promise<AreaDirectory> {
  let last: { revision: number; directory: AreaDirectory } | undefined;
  return async () => {
    const revision = await areaRevision(database);
    if (last?.revision !== revision) last = { revision, directory: await readDirectory(database) };
    return last.directory;
  };
}

// Columns rather than objects: hundreds of thousands of areas take some thirty megabytes, and no search tree beside them, since
// the codes come sorted.
async function readDirectory(database: Database): Promise<AreaDirectory> {
  const codes: string[] = [];
  const names: string[] = [];
  const parents: (string | null)[] = [];
  const levelOf: number[] = [];
  const centers: number[] = [];
  for await (const rows of selectDirectory(database)) for (const row of rows) add(row);
  const ended = new Map((await selectEndedNames(database)).map((row) => [row.code, row.name]));

  function add(row: DirectoryRow): void {
    codes.push(row.code);
    names.push(row.name);
    parents.push(row.parent);
    levelOf.push(levels.indexOf(row.level));
    centers.push(row.longitude ?? Number.NaN, row.latitude ?? Number.NaN);
  }
  const at = (index: number): AreaName => {
    const longitude = centers[index * 2]!;
    return {
      code: codes[index]!,
      name: names[index]!,
      level: levels[levelOf[index]!]!,
      parent: parents[index]!,
      center: Number.isNaN(longitude) ? null : [longitude, centers[index * 2 + 1]!],
    };
  };
  const get = (code: string): AreaName | undefined => {
    const index = indexOf(codes, code);
    return index < 0 ? undefined : at(index);
  };
  return {
    get,
    name(code) {
      const index = indexOf(codes, code);
      return index >= 0 ? names[index]! : (ended.get(code) ?? code);
    },
    ancestors: (code) =>
      ancestorCodes(code)
        .reverse()
        .flatMap((above) => get(above) ?? []),
    *all() {
      for (let index = 0; index < codes.length; index++) yield at(index);
    },
  };
}

function indexOf(sorted: readonly string[], code: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle]!;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FeatureCollection } from '@gongzhi/contract/territory';
import { fieldProblems } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import { Misused, type Verb } from '../verb.ts';
import { operator } from './operator.ts';
import { tellImport } from './tell-import.ts';

export const importAreas: Verb = {
  name: 'import areas',
  summary: 'take areas with their boundaries from GeoJSON (properties code, name, level, type)',
  args: [['<file>', 'the file']],
  options: [
    ['--dry-run', 'check only'],
    ['--coordinates <system>', 'wgs84, gcj02 or bd09', 'wgs84'],
  ],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
    let parsed: unknown;
    try {
      parsed = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Misused(`${path} is not JSON: ${(error as Error).message}`);
    }
    const collection = FeatureCollection.safeParse(parsed);
    if (!collection.success) throw problems['invalid-input']({ errors: fieldProblems(collection.error) });
    const { territory } = await product();
    const report = await territory.importAreas(operator, collection.data, {
      dryRun: options.dryRun === true,
      system: String(options.coordinates) as 'wgs84',
      onProgress: (done, total) => out.progress('import', done, total),
    });
    return tellImport(report, options.json === true, out);
  },
};

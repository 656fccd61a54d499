import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Misused, type Verb } from '../verb.ts';
import { operator } from './operator.ts';
import { tellImport } from './tell-import.ts';

export const importOrganisations: Verb = {
  name: 'import organisations',
  summary: 'take organisations from CSV or XLSX (columns code, name, type, area, parent)',
  args: [['<file>', 'the file']],
  options: [['--dry-run', 'check only']],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
    const { organisations } = await product();
    const report = await organisations.importOrganisations(
      operator,
      { path, name: basename(path) },
      { dryRun: options.dryRun === true, onProgress: (done, total) => out.progress('import', done, total) },
    );
    return tellImport(report, options.json === true, out);
  },
};

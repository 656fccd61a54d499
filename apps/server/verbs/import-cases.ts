import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Misused, type Verb } from '../verb.ts';
import { operator } from './operator.ts';
import { tellImport } from './tell-import.ts';

export const importCases: Verb = {
  name: 'import cases',
  summary: 'take cases from CSV or XLSX, with their history; safe to run twice',
  args: [['<file>', 'the file']],
  options: [
    ['--dry-run', 'check only'],
    ['--map <column=field>', 'column to field, comma separated; guessed where absent'],
    ['--encoding <name>', 'utf-8, gb18030, utf-16le; detected where absent'],
    ['--timezone <zone>', 'zone of times without offset', 'Asia/Shanghai'],
    ['--dates <order>', 'year-first, month-first or day-first; guessed where absent'],
    ['--coordinates <system>', 'wgs84, gcj02 or bd09', 'wgs84'],
    ['--area <code>', 'area of rows without a usable place; the district where absent'],
    ['--source <name>', 'name of the source system; the name of the file where absent'],
  ],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
    const { cases } = await product();
    const report = await cases.importCases(operator, {
      path,
      name: basename(path),
      ...(options.map ? { mapping: readMapping(String(options.map)) } : {}),
      ...(options.encoding ? { encoding: String(options.encoding) } : {}),
      timezone: String(options.timezone),
      ...(options.dates ? { dateOrder: String(options.dates) as 'year-first' | 'month-first' | 'day-first' } : {}),
      coordinateSystem: String(options.coordinates) as 'wgs84' | 'gcj02' | 'bd09',
      ...(options.area ? { defaultArea: String(options.area) } : {}),
      source: String(options.source ?? basename(path).replace(/\.[^.]*$/, '')).slice(0, 40),
      dryRun: options.dryRun === true,
      onProgress: (done, total) => out.progress('import', done, total),
    });
    return tellImport(report, options.json === true, out);
  },
};

function readMapping(text: string): Record<string, string | null> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1) throw new Misused(`--map wants column=field and got “${pair}”`);
      return [pair.slice(0, at), pair.slice(at + 1) || null];
    }),
  );
}

import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MatterFilter } from '@gongzhi/contract/matters';
import { fieldProblems } from '@gongzhi/platform/http';
import { problems } from '@gongzhi/platform/problems';
import { writeCsv, writeXlsx } from '@gongzhi/platform/spreadsheets';
import { Misused, type Verb } from '../verb.ts';
import { operator } from './operator.ts';

export const exportCases: Verb = {
  name: 'export cases',
  summary: 'write the filtered list as CSV or XLSX, without contact data',
  args: [['<file>', 'where to write; .csv or .xlsx']],
  options: [
    ['--filter <query>', 'filters as in the address of the list, such as "state=closed&area=990106"'],
    ['--language <language>', 'zh or en', 'zh'],
  ],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    const format = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
    if (!format) throw new Misused('The file must end in .csv or .xlsx');
    const filter = MatterFilter.safeParse(Object.fromEntries(new URLSearchParams(String(options.filter ?? ''))));
    if (!filter.success) throw problems['invalid-input']({ errors: fieldProblems(filter.error, 'filter') });
    const { cases } = await product();
    let rows = 0;
    const sheet = cases.exportSheet(operator, filter.data, options.language === 'en' ? 'en' : 'zh');
    async function* counted() {
      for await (const row of sheet.rows) {
        rows += 1;
        if (rows % 5000 === 0) out.progress('export', rows, null);
        yield row;
      }
    }
    const counting = { ...sheet, rows: counted() };
    await pipeline(format === 'csv' ? writeCsv(counting) : writeXlsx(counting), createWriteStream(path));
    if (options.json) out.json({ file: path, rows });
    else out.line(`${rows} cases written to ${path}`);
    return 0;
  },
};

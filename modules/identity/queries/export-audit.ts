import type { Readable } from 'node:stream';
import type { Database } from '@gongzhi/platform/database';
import { writeCsv } from '@gongzhi/platform/spreadsheets';
import { type AuditFilter, findLines, readHead } from '../store/audit-entries.ts';

const batch = 1000;
const header = ['序号', '时间', '操作者类型', '操作者编号', '操作者', '操作', '对象', '目的', '地址', '详情', '哈希'];

/** The lines that fit as a CSV stream, newest first, up to the end that the log has now. The hashes let anyone check the whole log again. */
export async function exportAudit(database: Database, filter: AuditFilter): Promise<Readable> {
  const { no: end } = await readHead(database);
  async function* rows() {
    let before = end + 1;
    for (;;) {
      const lines = await findLines(database, filter, before, batch);
      for (const line of lines)
        yield [
          ...[
            line.no,
            line.at.toISOString(),
            line.actorKind,
            line.actorId,
            line.actorName,
            line.action,
            line.subject,
            line.purpose,
            line.address,
          ],
          JSON.stringify(line.detail),
          line.hash.toString('hex'),
        ];
      const last = lines.at(-1);
      if (!last || lines.length < batch) return;
      before = last.no;
    }
  }
  return writeCsv({ header, rows: rows(), timezone: 'UTC' });
}

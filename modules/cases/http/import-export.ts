import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Actor, areasFor } from '@gongzhi/contract/actor';
import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import { fieldProblem, problems, Refusal } from '@gongzhi/platform/problems';
import { writeCsv, writeXlsx } from '@gongzhi/platform/spreadsheets';
import { uuidv7 } from 'uuidv7';
import type { CasesCore, CasesPart, ImportOptions } from '../cases.ts';
import { dateOrderOf, importCases, sniffCases } from '../commands/import-cases.ts';
import { caseProblems } from '../problems.ts';
import { exportSheet } from '../queries/export-sheet.ts';
import { presentImport } from '../queries/present-import.ts';
import { readMapping } from '../rules/read-mapping.ts';
import { advanceImport, beginImport, endImport, type ImportRow, insertImport, listImports, readImport } from '../store/imports.ts';

type Choices = Omit<ImportOptions, 'path' | 'name' | 'dryRun' | 'onProgress'>;
const queue = 'cases.import';

/** Files in, files out. */
export function importExportPart(core: CasesCore): CasesPart {
  /** An import is its uploader's own. */
  const own = async (actor: Actor, id: string): Promise<ImportRow> => {
    const row = await readImport(core.database, id);
    if (!row || (row.uploadedBy !== null && row.uploadedBy !== actor.id)) throw caseProblems['import-not-found']();
    return row;
  };
  return {
    routes: [
      bind(cases.sniffImport, async ({ actor, request }) => {
        const upload = await request.file();
        if (!upload) throw fieldProblem('file', 'missing', 'one file in the field “file” of multipart/form-data');
        await mkdir(core.importFolder, { recursive: true });
        const id = uuidv7();
        const ending = extname(upload.filename).toLowerCase() === '.xlsx' ? '.xlsx' : '.csv';
        const path = join(core.importFolder, `${id}${ending}`);
        try {
          await pipeline(upload.file, createWriteStream(path, { mode: 0o600 }));
          if (upload.file.truncated) throw problems['too-large']();
          const { sniffed, guesses } = await sniffCases(path);
          const mapping = readMapping(sniffed.header, Object.fromEntries(guesses.map((guess) => [guess.column, guess.field])));
          await insertImport(core.database, {
            id,
            fileName: upload.filename.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 120),
            path,
            uploadedBy: actor.id,
            uploader: actor.name,
            areas: areasFor(actor, 'case.import'),
          });
          return {
            id,
            format: sniffed.format,
            encoding: sniffed.encoding ?? '',
            rows: null,
            columns: guesses.map((guess) => ({ ...guess, why: `${guess.why.zh} ${guess.why.en}` })),
            dateOrder: (mapping.ok ? dateOrderOf(sniffed, mapping.columns)?.order : undefined) ?? 'year-first',
          };
        } catch (error) {
          await rm(path, { force: true });
          throw error;
        }
      }),
      bind(cases.runImport, async ({ actor, params, body }) => {
        const row = await own(actor, params.id);
        const { dryRun, ...choices } = body;
        if (!(await beginImport(core.database, row.id, choices, dryRun))) throw caseProblems['import-running']();
        await core.send(queue, { id: row.id }, { key: row.id });
        return presentImport(await own(actor, params.id));
      }),
      bind(cases.readImport, async ({ actor, params }) => presentImport(await own(actor, params.id))),
      bind(cases.listImports, async ({ actor, query }) => {
        const before = query.cursor ? readCursor(query.cursor) : null;
        const rows = await listImports(core.database, actor.id, before, query.limit + 1);
        const items = rows.slice(0, query.limit);
        const last = rows.length > query.limit ? items.at(-1) : undefined;
        return {
          items: items.map((row) => ({ ...presentImport(row), fileName: row.fileName, by: row.uploader, dryRun: row.dryRun })),
          next: last ? Buffer.from(JSON.stringify({ at: last.at.toISOString(), id: last.id })).toString('base64url') : null,
        };
      }),
      bind(cases.export, async ({ actor, params, query, reply }) => {
        const { language, ...filter } = query;
        await core.database.transaction((tx) =>
          core.identity.audit(tx, { actor, action: 'cases-exported', detail: { format: params.format, filter } }),
        );
        const sheet = exportSheet(core, actor, filter, language);
        const day = new Date().toISOString().slice(0, 10);
        reply.header('content-disposition', `attachment; filename="cases-${day}.${params.format}"`).header('cache-control', 'no-store');
        reply.type(
          params.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        );
        return reply.send(params.format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet));
      }),
    ],
    jobs: [
      {
        name: queue,
        // What was taken before a crash is known to the next try.
        retries: 2,
        expires: 3600,
        async run({ id }) {
          const row = await readImport(core.database, id as string);
          if (!row || row.state === 'done') return;
          const actor: Actor = {
            kind: 'staff',
            id: row.uploadedBy,
            name: row.uploader,
            posts: row.areas.map((areaCode) => ({
              postId: '',
              role: 'import',
              title: '',
              organisationId: '',
              organisationName: '',
              areaCode,
              permissions: ['case.import'],
            })),
          };
          try {
            const report = await importCases(core, actor, {
              ...(row.choices as unknown as Choices),
              path: row.path,
              name: row.fileName,
              dryRun: row.dryRun,
              onProgress: (done) => void advanceImport(core.database, row.id, done).catch(() => {}),
            });
            await endImport(core.database, row.id, { report });
          } catch (error) {
            await endImport(core.database, row.id, {
              error: error instanceof Refusal ? error.message : 'The import broke off; run it again: rows that were taken are known.',
            });
            if (!(error instanceof Refusal)) throw error;
          }
        },
      },
    ],
  };
}

function readCursor(text: string): { at: string; id: string } {
  try {
    const { at, id } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as { at: string; id: string };
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not ours');
    return { at, id };
  } catch {
    throw problems['invalid-cursor']();
  }
}

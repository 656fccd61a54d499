import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { commandLines, commandWork, measureCommand } from './command/index.ts';
import { measure, type Row, type Sized } from './measure.ts';
import { operations } from './operations.ts';
import { startPostgres } from './start-postgres.ts';

interface Context {
  cwd: string;
  options: Record<string, unknown>;
  out: { line(text: string): void; json(value: unknown): void };
}

const targets: Record<string, { frame?: number; engine?: number; growth?: number }> = {
  B1: { frame: 0.6, engine: 0.3, growth: 1.3 },
  B2: { frame: 0.6, growth: 1.3 },
  B3: { frame: 0.6, growth: 1.3 },
  B4: { frame: 0.6, engine: 0.3, growth: 1.3 },
  B5: { growth: 1.5 },
  B6: { engine: 0.3 },
  B7: {},
};

/** `gongzhi bench`: every figure beside two limits measured in the same run. `engine` is the same SQL sent by pgbench, `frame` a bare Fastify with `pg`. */
export async function runBench({ options, out, cwd }: Context): Promise<number> {
  const list = (value: unknown) => String(value).split(',').filter(Boolean);
  const sizes = list(options.sizes).map(Number);
  const clients = list(options.clients).map(Number);
  const only = options.only ? list(options.only) : null;
  const server = await startPostgres();
  const measured = new Map<number, Sized>();
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const command = only?.filter((one) => (commandWork as readonly string[]).includes(one)) ?? [];
  if (command.length > 0) {
    const keep = options.keep === true;
    const figures = await measureCommand({ server, sizes, only: command, seconds: Number(options.seconds), keep, tell }).finally(() =>
      server.stop(),
    );
    if (typeof options.json === 'string') writeFileSync(resolve(cwd, options.json), `${JSON.stringify(figures, null, 2)}\n`);
    if (options.json === true) out.json(figures);
    else for (const line of commandLines(figures)) out.line(line);
    return 0;
  }
  try {
    for (const size of sizes)
      measured.set(
        size,
        await measure({ server, size, clients, seconds: Number(options.seconds), only, keep: options.keep === true, tell }),
      );
  } finally {
    server.stop();
  }
  const rows = [...measured.values()].flatMap((sized) => sized.rows);
  const growth = growthOf(rows, sizes);
  const result = {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30) },
    sizes,
    clients,
    targets,
    rows,
    growth,
    memory: Object.fromEntries([...measured].map(([size, sized]) => [size, sized.memory])),
    /** Null where the ledger of an earlier run was used. */
    loadSeconds: Object.fromEntries([...measured].map(([size, sized]) => [size, sized.loadSeconds])),
  };
  if (typeof options.json === 'string') writeFileSync(resolve(cwd, options.json), `${JSON.stringify(result, null, 2)}\n`);
  if (options.json === true) out.json(result);
  else for (const line of table(rows, growth)) out.line(line);
  return 0;
}

/** How many times slower an operation became from the smallest to the largest ledger, at each number of clients. */
function growthOf(rows: readonly Row[], sizes: readonly number[]): { operation: string; clients: number; times: number }[] {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most) return [];
  return rows
    .filter((row) => row.size === most && row.operation !== 'B6')
    .flatMap((row) => {
      const small = rows.find((item) => item.size === least && item.operation === row.operation && item.clients === row.clients);
      return small
        ? [{ operation: row.operation, clients: row.clients, times: Math.round((100 * small.ours.perSecond) / row.ours.perSecond) / 100 }]
        : [];
    });
}

function table(rows: readonly Row[], growth: readonly { operation: string; clients: number; times: number }[]): string[] {
  const head = '| | what | cases | clients | per s | p50 ms | p99 ms | errors | of frame | of engine |';
  return [
    head,
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      (row) =>
        `| ${row.operation} | ${operations[row.operation as keyof typeof operations] ?? 'import rows'} | ${row.size} | ${row.clients} | ${row.ours.perSecond} | ${row.ours.p50} | ${row.ours.p99} | ${row.ours.errors} | ${row.ofFrame ?? '–'} | ${row.ofEngine ?? '–'} |`,
    ),
    ...growth.map(
      (item) => `${item.operation} at ${item.clients} clients: ${item.times} times slower from the smallest to the largest ledger`,
    ),
  ];
}

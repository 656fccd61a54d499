import { existsSync, readFileSync, truncateSync } from 'node:fs';

export interface Traced {
  text: string;
  values: unknown[];
  name?: string;
}

/** What the server sent to the engine since the last look. */
export function takeTrace(file: string): Traced[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  truncateSync(file);
  return lines
    .map((line) => JSON.parse(line, revive) as Traced)
    .filter(
      (item) =>
        !/^(begin|commit|rollback|select 1$)/i.test(item.text.trim()) &&
        !item.text.includes('jobs.') &&
        !item.text.includes('platform.cursor'),
    );
}

function revive(_key: string, value: unknown): unknown {
  if (value !== null && typeof value === 'object' && (value as { type?: string }).type === 'Buffer')
    return Buffer.from((value as { data: number[] }).data);
  return value;
}

/** A value as a literal for pgbench; the same bytes, written into the statement. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return String(value);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`;
  if (Array.isArray(value))
    return quoted(`{${value.map((item) => `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`);
  return quoted(String(value));
}

/** pgbench takes every colon before a letter or digit for a variable, also inside quotes: colons are written as escapes. */
function quoted(text: string): string {
  return text.includes(':') || text.includes('\\')
    ? `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`
    : `'${text.replaceAll("'", "''")}'`;
}

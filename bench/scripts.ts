import { literal, type Traced } from './trace.ts';

/** Values that differ from request to request: what stood in the traced statement, and the SQL that stands there in pgbench. */
export type Varying = [string, string][];

/** Traced statements as one pgbench script; varying texts become expressions, so that no two transactions are the same. */
export function script(statements: readonly Traced[], varying: Varying): string {
  return statements.map((statement) => `${inline(statement, varying)};\n`).join('');
}

function inline({ text, values }: Traced, varying: Varying): string {
  return text.replaceAll(/\$(\d+)/g, (_, index: string) => {
    let written = literal(values[Number(index) - 1]);
    for (const [found, expression] of varying) {
      if (written === `'${found}'` || written === found) return `(${expression})`;
      if (written.includes(found)) written = `replace(${written}, '${found}', (${expression})::text)`;
    }
    return written;
  });
}

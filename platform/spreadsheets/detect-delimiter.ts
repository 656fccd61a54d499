import { parse } from 'csv-parse/sync';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter that cuts the first rows most evenly: the commonest width times the share of rows that have it.
 * Counting characters would be misled by commas inside Chinese or quoted text.
 */
export function detectDelimiter(sample: string, complete: boolean): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = evenness(rowsOf(sample, delimiter, complete));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function rowsOf(sample: string, delimiter: Delimiter, complete: boolean): string[][] {
  const rows: string[][] = [];
  try {
    parse(sample, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 200,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
    // The last row of a cut sample is cut too.
    if (!complete && rows.length > 1) rows.pop();
  } catch {
    // The sample may end inside quotation marks; the rows before that still tell.
  }
  return rows;
}

function evenness(rows: string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) if (width > 1) best = Math.max(best, (count / rows.length) * Math.log2(width));
  return best;
}

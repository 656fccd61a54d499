import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { guessDateOrder, readRows, sniff } from '@gongzhi/platform/spreadsheets';
import { describe, expect, test } from 'vitest';
import { guessMapping } from './import-mapping.ts';
import { importRow } from './import-row.ts';
import type { ImportOptions } from './imported-case.ts';
import { readMapping } from './read-mapping.ts';

// The figures were computed from the files by another program; import-README.md says how.
const folder = process.env.GONGZHI_REAL_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const absent = !existsSync(join(folder, 'messages.csv')) || !existsSync(join(folder, 'baltimore-311.csv'));

describe.skipIf(absent)(
  `real files${absent ? ' (skipped: absent, set GONGZHI_REAL_DATA to their folder)' : ''}`,
  { timeout: 60_000 },
  () => {
    test('2,483 messages to a city government are all taken, each with its own number', async () => {
      const found = await account('messages.csv', { timezone: 'Asia/Shanghai' });
      expect(found.fields).toEqual({
        编号: 'external_number',
        用户: 'reporter_name',
        主题: 'title',
        时间: 'opened_at',
        详情: 'body',
        反对数: 'dislikes',
        点赞数: 'likes',
      });
      expect(found).toMatchObject({ read: 2483, refused: {}, warnings: {}, numbers: 2483, states: { filed: 2483 } });
      expect([found.first, found.last]).toEqual(['2017-06-08T09:31:20.000Z', '2020-01-26T11:47:11.000Z']);
    });

    test('10,000 service requests are all taken; what is wrong with them is counted', async () => {
      const found = await account('baltimore-311.csv', { timezone: 'America/New_York' });
      expect(found.fields).toMatchObject({
        ServiceRequestNum: 'external_number',
        SRType: 'category',
        SRStatus: 'state',
        CloseDate: 'closed_at',
      });
      expect(found).toMatchObject({
        read: 10_000,
        refused: {},
        numbers: 10_000,
        states: { closed: 9567, joined: 207, diverted: 18, filed: 69, handling: 139 },
        warnings: { coordinate_truncated: 892, duplicate_still_open: 10 },
        places: 8518,
        due: 9714,
        closed: 9792,
        dueAndClosed: 9555,
        onTime: 7988,
      });
      expect([found.first, found.last]).toEqual(['2014-01-01T08:53:10.000Z', '2019-02-13T20:33:54.000Z']);
    });
  },
);

async function account(name: string, zone: Pick<ImportOptions, 'timezone'>) {
  const file = join(folder, name);
  const { header, headerRow, sampleRows } = await sniff(file);
  const guesses = guessMapping(
    header,
    sampleRows.map(({ cells }) => cells),
  );
  const fields = Object.fromEntries(guesses.map(({ column, field }) => [column, field]));
  const mapping = readMapping(header, fields);
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.flaws));
  const opened = mapping.columns.get('opened_at')!.index;
  const dateOrder = guessDateOrder(sampleRows.map(({ cells }) => cells[opened]!)).order ?? undefined;
  const options: ImportOptions = {
    ...zone,
    dateOrder,
    coordinateSystem: 'wgs84',
    defaultAreaCode: null,
    now: new Date('2026-01-01T00:00:00Z'),
  };
  const found = {
    fields,
    read: 0,
    numbers: 0,
    places: 0,
    due: 0,
    closed: 0,
    dueAndClosed: 0,
    onTime: 0,
    first: '',
    last: '',
    states: {} as Counts,
    refused: {} as Counts,
    warnings: {} as Counts,
  };
  const numbers = new Set<string>();
  const times: number[] = [];
  for await (const row of readRows(file)) {
    if (row.row <= headerRow) continue;
    found.read++;
    const read = importRow(row, mapping.columns, options);
    if (!read.ok) {
      for (const { reason } of read.refusals) count(found.refused, reason);
      continue;
    }
    const { externalNumber, state, place, openedAt, dueAt, closedAt } = read.case;
    for (const { reason } of read.warnings) count(found.warnings, reason);
    count(found.states, state);
    numbers.add(externalNumber);
    times.push(openedAt.getTime());
    if (place) found.places++;
    if (dueAt) found.due++;
    if (closedAt) found.closed++;
    if (dueAt && closedAt) found.dueAndClosed++;
    if (dueAt && closedAt && closedAt <= dueAt) found.onTime++;
  }
  times.sort((a, b) => a - b);
  return { ...found, numbers: numbers.size, first: new Date(times[0]!).toISOString(), last: new Date(times.at(-1)!).toISOString() };
}

type Counts = Record<string, number>;
function count(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

import type { MatterFilter } from '@gongzhi/contract/matters';
import type { Database } from '@gongzhi/platform/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMatters, type MatterSort } from './queries/list-matters.ts';
import { errand } from './testing/errand.ts';
import { lights, neighbours, roads, staff, testLedger } from './testing/ledger.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

const rows = 50_000;
let ledger: Awaited<ReturnType<typeof testLedger>>;
beforeAll(async () => {
  ledger = await testLedger();
  // Thirteen streets of seven communities, two years, nine in ten ended, thirty-eight departments; a street and a community handle a third of what is theirs.
  // Foreign keys are not what is measured, and checking each row takes the embedded engine half a minute.
  await ledger.database.script(`
    alter table matters.part drop constraint part_matter_fkey; alter table matters.wording drop constraint wording_matter_fkey;
    insert into matters.matter (id, number, kind, area_code, category, title, body, channel, state, state_since, urgency, opened_at, due_at, closed_at, outcome, location, head, entries, version)
    select gen_random_uuid(), 'ER20260101' || lpad(i::text, 7, '0'), 'errand', '990101' || lpad((i % 13 + 1)::text, 3, '0') || lpad((i / 13 % 7 + 1)::text, 3, '0') || lpad((i / 91 % 8 + 1)::text, 3, '0'),
      lpad((i % 60)::text, 4, '0'), 't', 'b', (array['hotline', 'resident', 'grid'])[i % 3 + 1], case when i % 10 > 0 then 'done' when i % 20 = 0 then 'asked' else 'doing' end, at, 1, at,
      at + interval '7 days', case when i % 10 > 0 then at + case when i % 7 = 0 then interval '9 days' else interval '3 days' end end, case when i % 10 > 0 then 'done' end,
      ST_SetSRID(ST_MakePoint(121 + (i * 7919 % 10000) / 10000.0, 31 + (i::bigint * 104729 % 10000) / 10000.0), 4326), '', 1, 1
    from (select i, timestamptz '2024-03-01' + i * interval '21 minutes' as at from generate_series(1, ${rows}) i) g;
    insert into matters.part (id, matter_id, organisation_id, role, assigned_at, ended_at)
    select gen_random_uuid(), id, case when i % 3 = 0 and area_code like '990101003002%' then '${roads}'::uuid when i % 3 = 0 and area_code like '990101003%' then '${lights}'::uuid else lpad((i % 38)::text, 32, '0')::uuid end,
      'lead', opened_at, closed_at from (select *, substr(number, 11)::int as i from matters.matter) m;
    insert into matters.wording (matter_id, grams) select id, array_to_tsvector(array['路灯', case when area_code like '%003' then '不亮' else '井盖' end, 'w' || substr(number, 14)]) from matters.matter;
    analyze matters.matter; analyze matters.part;`);
  // As autovacuum does: it moves what is new into the index of words.

  await ledger.database.query('vacuum analyze matters.wording');
});
afterAll(() => ledger.database.close());

/** The plan of the statement that the list would run: every table scan with the rows that it read. */
async function scans(
  actor: ReturnType<typeof staff>,
  filter: MatterFilter,
  sort: MatterSort,
): Promise<{ how: string; table: string; read: number }[]> {
  let plan: Plan | undefined;
  const explaining: Database = {
    ...ledger.database,
    async run(query) {
      const { sql, parameters } = query.compile();
      const [row] = await ledger.database.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (analyze, timing off, format json) ${sql}`,
        parameters,
      );
      plan = row?.['QUERY PLAN'][0]?.Plan;
      return [];
    },
  };
  await listMatters(
    {
      database: explaining,
      files: ledger.files,
      now: () => new Date('2026-03-02T00:00:00Z'),
      kinds: new Map([['errand', errand]]),
      fileAccess: async () => false,
      ...neighbours,
    },
    actor,
    { ...filter, limit: 50, sort },
  );
  const found: { how: string; table: string; read: number }[] = [];
  const walk = (node: Plan) => {
    if (node['Relation Name'])
      found.push({
        how: node['Node Type'],
        table: node['Relation Name'],
        read:
          (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
          node['Actual Loops'],
      });
    node.Plans?.forEach(walk);
  };
  walk(plan as Plan);
  return found;
}

const district = staff(['990101', ['case.read', 'case.dispatch']]);
const street = staff(['990101003', ['case.read', 'case.handle', 'case.dispatch'], lights]);
const community = staff(['990101003002', ['case.read', 'case.handle'], roads]);
const typical: [string, ReturnType<typeof staff>, MatterFilter, MatterSort?][] = [
  ['the district sees all', district, {}],
  ['a street', street, {}],
  ['a community that also handles', community, {}],
  ['one state', district, { state: ['asked'] }],
  ['one state in a street', street, { state: ['doing'] }],
  ['a community asked for', district, { area: ['990101005001'] }],
  ['a category', district, { category: ['0007'] }],
  ['a department', district, { organisation: ['00000000-0000-0000-0000-000000000007'] }],
  ['mine of a unit', community, { mine: true }],
  ['overdue', district, { overdue: true }],
  ['open by due time', district, { open: true }, 'dueAt'],
  ['open by how long it stands', district, { open: true }, '-stateSince'],
  ['due soon', district, { dueBefore: '2024-03-20T00:00:00Z' }, 'dueAt'],
  ['a month', district, { openedFrom: '2025-05-01T00:00:00Z', openedTo: '2025-06-01T00:00:00Z' }],
  ['a part of the map', district, { bbox: '121.5,31.5,121.52,31.52' }],
  ['rare words', district, { text: 'w4321' }],
  ['common words', district, { text: '路灯' }],
  ['a number', street, { text: 'ER202601010000123' }],
];
for (const [name, actor, filter, sort] of typical)
  test(`the first page of a list reads by indexes, for each way of seeing less than 2,000 matters: ${name}`, async () => {
    const read = await scans(actor, filter, sort ?? '-openedAt');
    expect(read.filter((scan) => scan.how === 'Seq Scan')).toEqual([]);
    const ways = read.filter((scan) => scan.table === 'matter').length;
    const rowsRead = (table: string) => read.filter((scan) => scan.table === table).reduce((sum, scan) => sum + scan.read, 0);
    expect(rowsRead('matter'), JSON.stringify(read)).toBeLessThan(2000 * ways);
    // Each row of a list may be looked up in its parts or words, and a little more.
    for (const table of ['part', 'wording']) expect(rowsRead(table), JSON.stringify(read)).toBeLessThan(2500 * ways);
  });

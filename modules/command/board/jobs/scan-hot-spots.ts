import { createHash } from 'node:crypto';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import type { CommandCore } from '../../command.ts';
import { addDays, dayOf } from '../../patrol/rules/due-days.ts';
import { boardKind, startOf } from '../queries/compute-board.ts';
import { type Cell, scanSpaceTime } from '../rules/scan-space-time.ts';
import { seeded } from '../rules/seeded.ts';
import { zonesOf } from '../rules/zones.ts';
import { type HotSpotRow, replaceHotSpots } from '../store/hot-spots.ts';
import { selectCells } from '../store/read-board.ts';
import { readRules } from '../store/rules.ts';

/** Reports times replicas that one scan may cost: about a second. */
const budget = 4_000_000;
const communities = 12;

/** Every quarter of an hour, looks in each topic for places that have had more reports lately than they and these days have by themselves. */
export function scanHotSpots(core: CommandCore): JobDefinition {
  return {
    name: 'command.scan-hot-spots',
    cron: '*/15 * * * *',
    async run() {
      const now = core.now();
      const { scan } = (await readRules(core.database)).rules;
      const first = addDays(dayOf(now), 1 - scan.days);
      const [directory, categories, rows] = await Promise.all([
        core.territory.directory(),
        core.organisations.categories(),
        selectCells(core.database, boardKind, communities, startOf(first), now),
      ]);
      const dayIndex = new Map(Array.from({ length: scan.days }, (_, index) => [addDays(first, index), index]));
      const zones = zonesOf(
        [...directory.all()].filter((area) => area.code.length === communities),
        4,
      );
      const topics = new Map<string | null, Cell[]>([[null, []]]);
      for (const row of rows) {
        const day = dayIndex.get(row.day);
        if (day === undefined) continue;
        const cell = { area: row.area, day, count: row.count };
        topics.get(null)?.push(cell);
        const topic = row.category === null ? null : rootOf(row.category, (code) => categories.get(code)?.parent ?? null);
        if (topic === null) continue;
        if (!topics.has(topic)) topics.set(topic, []);
        topics.get(topic)?.push(cell);
      }
      const found: HotSpotRow[] = [];
      for (const [topic, cells] of topics) {
        const reports = cells.reduce((sum, cell) => sum + cell.count, 0);
        const replicas = Math.max(39, Math.min(199, Math.floor(budget / Math.max(1, reports) / topics.size)));
        const clusters = scanSpaceTime(cells, { ...scan, zones, replicas, random: seeded(Number(first.replaceAll('-', ''))) });
        for (const cluster of clusters.filter((one) => one.p <= scan.p))
          found.push({
            id: idOf([topic ?? '', cluster.areas[0] ?? '', first]),
            topic,
            areas: cluster.areas,
            from: addDays(first, cluster.from),
            to: addDays(first, cluster.to),
            observed: cluster.observed,
            expected: cluster.expected,
            p: cluster.p,
          });
        // Other work of this process goes on between two topics.
        await new Promise((resolve) => setImmediate(resolve));
      }
      await core.database.transaction((tx) => replaceHotSpots(tx, found, now));
    },
  };
}

function rootOf(code: string, parent: (code: string) => string | null): string {
  for (let up = parent(code); up; up = parent(code)) code = up;
  return code;
}

/** The same topic around the same place has the same id all day, so that a link to it holds. */
function idOf(parts: string[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import type { Cached } from '@gongzhi/platform/database';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import { uuidv7 } from 'uuidv7';
import type { CommandCore } from '../../command.ts';
import { computeBoard, type Standing } from '../queries/compute-board.ts';
import { settleAlerts } from '../store/alerts.ts';
import { readRules } from '../store/rules.ts';

/** A usual of less than this says nothing: three reports instead of one are no alarm. */
const leastUsual = 5;

/** Every five minutes, holds the figures against their limits: an alert stands as long as its figure is above, whoever has acknowledged it. */
export function watchThresholds(core: CommandCore, standing: Cached<Standing>): JobDefinition {
  return {
    name: 'command.watch-thresholds',
    cron: '*/5 * * * *',
    async run() {
      const { thresholds } = (await readRules(core.database)).rules;
      const directory = await core.territory.directory();
      const tops = [...directory.all()].filter((area) => area.parent === null).map((area) => area.code);
      const over: Parameters<typeof settleAlerts>[1][number][] = [];
      for (const area of new Set(thresholds.filter((one) => one.active).flatMap((one) => (one.area ? [one.area] : tops)))) {
        if (!directory.get(area)) continue;
        const board = await computeBoard(core, standing, area);
        const { reported, open, overdue } = board.figures;
        for (const { id, figure, limit, area: only, active } of thresholds) {
          if (!active || (only ? only !== area : !tops.includes(area))) continue;
          const raise = (areaCode: string, value: number) =>
            value > limit && void over.push({ id: uuidv7(), threshold: id, figure, areaCode, value, limit });
          if (figure === 'reported' && reported.usual !== null && reported.usual >= leastUsual)
            raise(area, Math.round((100 * reported.now) / reported.usual));
          if (figure === 'open') raise(area, open);
          if (figure === 'overdue') raise(area, overdue);
          if (figure === 'hot-spot') {
            const worst = new Map<string, number>();
            for (const spot of board.hotSpots) {
              const code = spot.areas[0]?.code ?? area;
              worst.set(code, Math.max(worst.get(code) ?? 0, spot.observed));
            }
            for (const [code, observed] of worst) raise(code, observed);
          }
        }
      }
      await core.database.transaction((tx) => settleAlerts(tx, over, core.now()));
    },
  };
}

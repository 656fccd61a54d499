import type { Actor } from '@gongzhi/contract/actor';
import type { intelligence } from '@gongzhi/contract/intelligence';
import type { MatterSummary } from '@gongzhi/contract/matters';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { inThread } from '../files/in-thread.ts';
import type { Core } from '../intelligence.ts';
import { pairKey } from '../rules/duplicates/find-groups.ts';
import { selectRefused } from '../store/pairs.ts';
import { selectWeights } from '../store/settings.ts';
import { reportsOf } from './read-reports.ts';

/** More cannot be waiting for a person at once. */
const mostCases = 2000;
const shown = 50;
/** Only these can still follow another case. */
const joinable = ['recorded', 'filed'];
const day = 86_400_000;

/** Groups of open cases that seem to tell of the same matter and of which one at least can still be joined, the surest first. */
export async function listDuplicates(
  core: Core,
  actor: Actor,
  { area, days }: QueryOf<typeof intelligence.duplicates>,
): Promise<AnswerOf<typeof intelligence.duplicates>> {
  const rows: MatterSummary[] = [];
  const since = new Date((core.now?.() ?? new Date()).getTime() - days * day).toISOString();
  for await (const batch of core.matters.stream(
    actor,
    { kind: 'case', open: true, openedFrom: since, ...(area ? { area: [area] } : {}) },
    500,
  )) {
    rows.push(...batch);
    if (rows.length >= mostCases) break;
  }
  if (rows.length < 2) return { items: [], cases: rows.length };
  const [reports, refused, weights] = await Promise.all([
    reportsOf(core, rows),
    selectRefused(
      core.database,
      rows.map(({ number }) => number),
    ),
    selectWeights(core.database),
  ]);
  const groups = await inThread({ what: 'groups', reports, options: { weights }, refused: refused.map(({ a, b }) => pairKey(a, b)) });
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return {
    items: groups
      .map(({ ids, score, reasons }) => ({ score, reasons, matters: ids.flatMap((id) => byNumber.get(id) ?? []) }))
      .filter(({ matters }) => matters.some(({ state }, at) => at > 0 && joinable.includes(state)))
      .sort((a, b) => b.score - a.score)
      .slice(0, shown),
    cases: rows.length,
  };
}

import type { Actor } from '@gongzhi/contract/actor';
import type { intelligence } from '@gongzhi/contract/intelligence';
import type { MatterSummary } from '@gongzhi/contract/matters';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { inThread } from '../files/in-thread.ts';
import type { Core } from '../intelligence.ts';
import { reportsOf } from './read-reports.ts';

/** So many of the newest cases are read: enough for the period and a past to judge it by. */
const mostCases = 3000;
/** Periods of the past that the latest one is judged by. */
const periods = 6;
const shown = 60;
const day = 86_400_000;

/** Topics of the latest period among the cases that the actor may see, hot ones first. */
export async function listTopics(
  core: Core,
  actor: Actor,
  { area, until, days }: QueryOf<typeof intelligence.topics>,
): Promise<AnswerOf<typeof intelligence.topics>> {
  const end = until ? new Date(new Date(`${until}T00:00:00+08:00`).getTime() + day) : (core.now?.() ?? new Date());
  const rows: MatterSummary[] = [];
  const filter = {
    kind: 'case',
    ...(area ? { area: [area] } : {}),
    openedFrom: new Date(end.getTime() - (periods + 1) * days * day).toISOString(),
    openedTo: end.toISOString(),
  };
  for await (const batch of core.matters.stream(actor, filter, 500)) {
    rows.push(...batch.filter((row) => !row.confidential));
    if (rows.length >= mostCases) break;
  }
  const numbers = rows.map(({ number }) => number);
  const [reports, likes] = await Promise.all([reportsOf(core, rows), core.likes(numbers)]);
  const areaOf = new Map(rows.map((row) => [row.number, row.areaName]));
  const messages = reports.map(({ id, title, text, at }) => ({
    id,
    title,
    text,
    at,
    likes: likes.get(id) ?? 0,
    place: areaOf.get(id) ?? null,
  }));
  const topics = messages.length === 0 ? [] : await inThread({ what: 'topics', messages, options: { days, until: end } });
  return {
    items: topics
      .filter(({ now }) => now.count > 0)
      .sort((a, b) => Number(b.now.hot) - Number(a.now.hot) || b.now.count - a.now.count || b.count - a.count)
      .slice(0, shown)
      .map(({ label, words, ids, count, likes: liked, place, trend, now }) => ({
        label,
        words,
        count,
        likes: liked,
        place,
        trend,
        now,
        numbers: ids.slice(0, 100),
      })),
    cases: rows.length,
    from: rows.at(-1)?.openedAt ?? null,
    until: end.toISOString(),
  };
}

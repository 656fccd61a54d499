import { type Actor, areasFor, outermost } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { fillScript } from '../rules/fill-script.ts';

/** Closed cases whose reporter is still to be called, by the term of the call-back, with what the caller says. */
export async function callBackList(
  core: CasesCore,
  actor: Actor,
  query: QueryOf<typeof cases.callBackList>,
): Promise<AnswerOf<typeof cases.callBackList>> {
  const own = areasFor(actor, 'case.call-back');
  const areas = query.area
    ? outermost(
        query.area.flatMap((wanted) => own.flatMap((code) => (wanted.startsWith(code) ? [wanted] : code.startsWith(wanted) ? [code] : []))),
      )
    : own;
  const { items, next } = await core.matters.byClock({
    kind: core.kind.kind,
    clock: 'call-back',
    areas,
    units: query.organisation,
    cursor: query.cursor,
    limit: query.limit,
  });
  const summaries = await core.matters.summaries(items.map((item) => item.id));
  const now = core.now?.() ?? new Date();
  const { script } = core.rules();
  return {
    items: summaries.map((summary, index) => ({
      ...summary,
      closedFor: closedFor(items[index]?.closedAt ?? null, now),
      attempts: Number(items[index]?.details.callBackAttempts ?? 0),
      script: fillScript(script, { title: summary.title, owner: summary.lead?.name ?? null }),
    })),
    next,
  };
}

/** How long ago a case was closed, as an ISO 8601 duration in whole hours: `P3DT4H`. */
function closedFor(closedAt: Date | null, now: Date): string {
  const hours = closedAt === null ? 0 : Math.max(0, Math.floor((now.getTime() - closedAt.getTime()) / 3_600_000));
  return `P${Math.floor(hours / 24)}DT${hours % 24}H`;
}

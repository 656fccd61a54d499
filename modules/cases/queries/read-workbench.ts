import { type Actor, areasFor, unitsFor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { MatterFilter } from '@gongzhi/contract/matters';
import type { Permission } from '@gongzhi/contract/permissions';
import type { AnswerOf } from '@gongzhi/contract/route';
import type { CasesCore } from '../cases.ts';
import { beginning, dayIn, nextDay } from '../rules/figure-period.ts';

const burningShown = 12;
const waitingShown = 12;
const changesShown = 20;

/** My work by urgency: how much of what, what burns, what waits for my decision, and what others did to it since yesterday. */
export async function readWorkbench(core: CasesCore, actor: Actor): Promise<AnswerOf<typeof cases.workbench>> {
  const now = core.now?.() ?? new Date();
  const today = beginning(dayIn(now));
  const tonight = beginning(nextDay(dayIn(now)));
  const kind = core.kind.kind;
  const units = unitsFor(actor, 'case.handle').filter((id) => id !== '');
  const over = (permission: Permission, filter: MatterFilter): MatterFilter | null => {
    const area = areasFor(actor, permission);
    return area.length > 0 ? { kind, area, ...filter } : null;
  };
  const toSign: MatterFilter | null = units.length > 0 ? { kind, mine: true, state: ['dispatched'], organisation: units } : null;
  const toDecide = over('case.dispatch', { pending: true });
  const asked: (MatterFilter | null)[] = [
    { kind, mine: true, open: true },
    { kind, mine: true, open: true, dueBefore: tonight.toISOString() },
    toSign,
    toDecide,
    over('case.file', { state: ['recorded'] }),
    over('case.dispatch', { state: ['filed'] }),
    over('case.verify', { state: ['answered', 'verified'] }),
  ];
  const present = asked.filter((filter) => filter !== null);
  const callAreas = areasFor(actor, 'case.call-back');
  const waitingFor = toDecide ?? toSign;
  const [totals, toCallBack, burning, waiting, changed] = await Promise.all([
    core.matters.totals(actor, present),
    callAreas.length > 0 ? core.matters.countByClock({ kind, clock: 'call-back', areas: callAreas }) : 0,
    core.matters.list(actor, { kind, mine: true, open: true, limit: burningShown, sort: 'dueAt' }),
    waitingFor ? core.matters.list(actor, { ...waitingFor, limit: waitingShown, sort: 'dueAt' }) : { items: [] },
    core.matters.changes(actor, new Date(today.getTime() - 86_400_000), changesShown),
  ]);
  const of = (index: number) => {
    const filter = asked[index];
    return (filter ? totals[present.indexOf(filter)] : undefined) ?? { count: 0, late: 0 };
  };
  return {
    counts: {
      mine: of(0).count,
      overdue: of(0).late,
      dueToday: of(1).count - of(1).late,
      toSign: of(2).count,
      toDecide: of(3).count,
      toFile: of(4).count,
      toDispatch: of(5).count,
      toVerify: of(6).count,
      toCallBack,
    },
    burning: burning.items,
    waiting: waiting.items,
    changed: changed.map((change) => ({ ...change, at: change.at.toISOString() })),
  };
}

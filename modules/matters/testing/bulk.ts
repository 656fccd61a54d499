import { dueAt, statutoryCalendar } from '@gongzhi/platform/working-time';
import type { BulkEntry, BulkMatter } from '../commands/load-matters.ts';
import { lights, reporter } from './ledger.ts';

const hour = 3_600_000;
const limit = { amount: 5, unit: 'working-day' } as const;

/** A finished errand with six entries, two clocks, one pause and a rating, as an import would bring it; `index` makes it differ. */
export function bulkErrand(index: number): BulkMatter {
  const opened = new Date(Date.UTC(2026, 0, 5, 1) + index * 60_000);
  const at = (hours: number) => new Date(opened.getTime() + hours * hour);
  const step = (hours: number, action: string, from: string | null, to: string, note: string | null = null): BulkEntry => ({
    at: at(hours),
    actorKind: 'staff',
    actorId: '00000000-0000-4000-9000-000000000001',
    actorName: '员工',
    postTitle: '经办人',
    organisationId: lights,
    action,
    from,
    to,
    visibility: 'public',
    note,
    data: { step: hours },
  });
  const pause = { from: at(3), to: at(4), reason: '等材料', approvedBy: null };
  const due = dueAt(statutoryCalendar(), at(1), limit, [{ from: pause.from, to: pause.to, reason: pause.reason }]);
  return {
    external: { source: 'old', number: String(index) },
    openedAt: opened,
    areaCode: `9901010010${String(index % 97).padStart(2, '0')}`,
    category: '0101',
    title: `路灯不亮${index}`,
    body: `人民路${index}号门口的路灯三天不亮，夜里走路看不见，请尽快派人修理，谢谢`,
    address: `人民路${index}号`,
    longitude: 121.4 + (index % 1000) / 10_000,
    latitude: 31.2,
    channel: 'import',
    urgency: 1,
    confidential: false,
    public: false,
    reporterId: reporter,
    leadId: lights,
    state: 'done',
    stateSince: at(5),
    dueAt: due,
    closedAt: at(5),
    outcome: 'done',
    pending: null,
    details: { weight: 2 },
    parts: [
      {
        organisationId: lights,
        role: 'lead',
        assignedAt: at(1),
        signedAt: at(2),
        arrivedAt: null,
        doneAt: at(5),
        endedAt: at(5),
        dueAt: due,
        result: '修好了',
      },
    ],
    entries: [
      step(0, 'ask', null, 'asked'),
      step(1, 'give', 'asked', 'given'),
      step(2, 'take', 'given', 'doing'),
      step(3, 'hold', 'doing', 'held', '等材料'),
      step(4, 'go-on', 'held', 'doing'),
      step(5, 'finish', 'doing', 'done', '修好了'),
    ],
    clocks: [
      {
        name: 'do',
        organisationId: null,
        rule: 'rule of do',
        calendar: 'cn-statutory',
        limit,
        startedAt: at(1),
        dueAt: due,
        stoppedAt: at(5),
        breached: false,
        pauses: [pause],
      },
      {
        name: 'take',
        organisationId: lights,
        rule: 'rule of take',
        calendar: 'cn-statutory',
        limit: { amount: 4, unit: 'hour' },
        startedAt: at(1),
        dueAt: at(5),
        stoppedAt: at(2),
        breached: false,
        pauses: [],
      },
    ],
    ratings: [{ by: 'reporter', at: at(6), satisfaction: 5, resolved: true, reasons: ['及时', '态度好'] }],
    links: index % 10 === 9 ? [{ toIndex: 0, kind: 'duplicate-of' }] : [],
    facts: [{ at: at(0), name: 'errand-ask', data: { kind: 'errand', action: 'ask', from: null, to: 'asked' } }],
  };
}

import type { MatterSummary } from '@gongzhi/contract/matters';
import type { Ledger } from '../context.ts';
import type { SummaryRow } from '../store/select-page.ts';

/** Gives rows the names that the page shows and tells whether they are late now. */
export async function namer(ledger: Ledger): Promise<(row: SummaryRow) => MatterSummary> {
  const [areas, organisations, categories] = await Promise.all([
    ledger.territory.directory(),
    ledger.organisations.directory(),
    ledger.organisations.categories(),
  ]);
  const now = ledger.now();
  return (row) => ({
    number: row.number,
    kind: row.kind,
    title: row.title,
    category: row.category,
    categoryName: row.category === null ? null : categories.name(row.category),
    areaCode: row.areaCode,
    areaName: areas.name(row.areaCode),
    address: row.address,
    location: row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude },
    channel: row.channel as MatterSummary['channel'],
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    urgency: row.urgency,
    confidential: row.confidential,
    public: row.public,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome: row.outcome,
    lead: row.leadId === null ? null : { id: row.leadId, name: organisations.name(row.leadId) },
    overdue: row.dueAt !== null && (row.closedAt ?? now) > row.dueAt,
    pending: row.pending,
    version: row.version,
  });
}

import type { MatterDetail } from '@gongzhi/contract/matters';

export interface Said {
  no: number;
  kind: 'returnedBy' | 'objected';
  unit: string;
  reason: string;
}

/** Why units gave the case back or objected, newest first: what a dispatcher must know before the next dispatch. */
export function returnsOf(matter: Pick<MatterDetail, 'entries'>): Said[] {
  return matter.entries
    .filter(({ action }) => action === 'return' || action === 'object')
    .toSorted((a, b) => b.no - a.no)
    .map((entry) => ({
      no: entry.no,
      kind: entry.action === 'return' ? 'returnedBy' : 'objected',
      unit: entry.actor.organisation ?? entry.actor.name,
      reason: entry.note ?? '—',
    }));
}

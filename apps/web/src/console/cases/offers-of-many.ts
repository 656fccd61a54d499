import type { MatterDetail, MatterSummary } from '@gongzhi/contract/matters';

type Offer = MatterDetail['actions'][number];

/** One case for each state among the chosen, at most four: their offers speak for the others. */
export function representatives(rows: readonly Pick<MatterSummary, 'number' | 'state'>[]): string[] {
  const byState = new Map<string, string>();
  for (const { number, state } of rows) if (!byState.has(state)) byState.set(state, number);
  return [...byState.values()].slice(0, 4);
}

/** Every act that at least one of the cases offers, the weighty ones first, each once. */
export function mergeOffers(lists: readonly (readonly Offer[])[]): Offer[] {
  const found = new Map<string, Offer>();
  for (const offer of lists.flat()) if (!found.has(offer.action)) found.set(offer.action, offer);
  const weight = { primary: 0, normal: 1, danger: 2 };
  return [...found.values()].sort((a, b) => weight[a.weight] - weight[b.weight]);
}

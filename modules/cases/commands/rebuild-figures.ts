import type { Connection } from '@gongzhi/platform/database';
import { skipFacts } from '@gongzhi/platform/outbox';
import { figuresConsumer } from '../consumers/fold-measures.ts';
import { analyzeFigures, rewriteMeasures } from '../store/rebuild-figures.ts';

/**
 * Recomputes all figures from the ledger, for bulk loads and for repair; acts wait until it is done. It has to be given a transaction.
 * Facts published so far are passed over: what they tell is counted.
 */
export async function rebuildFigures(tx: Connection): Promise<void> {
  await rewriteMeasures(tx);
  await skipFacts(tx, figuresConsumer);
  await analyzeFigures(tx);
}

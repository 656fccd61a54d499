import type { FactConsumer } from '@gongzhi/platform/outbox';
import { writePairs } from '../store/pairs.ts';

/** Remembers what people joined and parted again: the comparison learns from it. */
export function learnJoins(): FactConsumer {
  return {
    name: 'intelligence.joins',
    facts: ['case-join', 'case-unjoin'],
    async consume(facts, tx) {
      await writePairs(
        tx,
        facts.flatMap(({ name, data }) => {
          const { number, data: told } = data as { number?: string; data?: { to?: string; from?: string } };
          const other = name === 'case-join' ? told?.to : told?.from;
          return number && other ? [{ a: number, b: other, same: name === 'case-join' }] : [];
        }),
      );
    },
  };
}

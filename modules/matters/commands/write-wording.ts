import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { Ledger } from '../context.ts';
import { grams } from '../rules/wording.ts';
import { selectTexts, writeGrams } from '../store/wording.ts';

/** Keeps up what matters are found by: after they were opened and after acts that may have changed the title. */
export function wordingConsumer(ledger: Pick<Ledger, 'kinds'>): FactConsumer {
  return {
    name: 'matters.wording',
    async consume(facts, tx) {
      const ids = facts
        .filter(
          ({ subject, data }) =>
            subject !== null &&
            typeof data.kind === 'string' &&
            (data.from === null || ledger.kinds.get(data.kind)?.rewords?.includes(String(data.action))),
        )
        .map((fact) => fact.subject as string);
      if (ids.length === 0) return;
      const texts = await selectTexts(tx, [...new Set(ids)]);
      await writeGrams(
        tx,
        texts.map(({ id, title, body }) => ({ id, grams: grams(`${title}\n${body}`) })),
      );
    },
  };
}

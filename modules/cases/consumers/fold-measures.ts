import type { Connection } from '@gongzhi/platform/database';
import type { Fact, FactConsumer } from '@gongzhi/platform/outbox';
import { caseTable } from '../kind.ts';
import { numberOf, takenBack } from '../rules/measures.ts';
import { measuresOfFact } from '../rules/measures-of-fact.ts';
import { type MeasuredMatter, type MeasureRow, writeMeasures } from '../store/write-measures.ts';

/** Name under which it is kept how far the figures have read. */
export const figuresConsumer = 'cases.measures';

/** Counts what happens to cases, so that rates are read from sums and never from the ledger. */
export const foldMeasures: FactConsumer = {
  name: figuresConsumer,
  facts: ['record', ...Object.keys(caseTable.actions)].map((action) => `case-${action}`),
  consume: (facts, tx) => fold(tx, facts),
};

async function fold(tx: Connection, facts: readonly Fact[]): Promise<void> {
  const matters = new Map<string, MeasuredMatter>();
  let rows: MeasureRow[] = [];
  const back = new Set<number>(takenBack.map(numberOf));
  const filed = new Set<string>();
  for (const fact of facts) {
    if (fact.subject === null || fact.areaCode === null) continue;
    const id = fact.subject;
    const { events, takesBack } = measuresOfFact(fact);
    if (takesBack) rows = rows.filter((row) => row.matterId !== id || !back.has(row.measure));
    const { category, channel } = fact.data as { category?: string | null; channel: string };
    const before = matters.get(id)?.takesBack ?? false;
    matters.set(id, { id, areaCode: fact.areaCode, category: category ?? null, channel, takesBack: takesBack || before });
    for (const { measure, ...event } of events) {
      if (measure === 'filed' && filed.has(id)) continue;
      if (measure === 'filed') filed.add(id);
      rows.push({ matterId: id, measure: numberOf(measure), ...event });
    }
  }
  await writeMeasures(tx, [...matters.values()], rows);
}

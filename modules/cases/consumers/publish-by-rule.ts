import type { FactConsumer } from '@gongzhi/platform/outbox';
import { insertDue } from '../store/publication-due.ts';

/**
 * Notes the cases that a wall rule may put up. The act itself is done by the job: it needs what is held in memory, and inside the transaction in
 * which facts are read nothing but that transaction may be used. Imported histories are not published by themselves.
 */
export function publicationConsumer(): FactConsumer {
  return {
    name: 'cases.publication',
    facts: ['case-file', 'case-close', 'case-answer-directly'],
    async consume(facts, tx) {
      const due = facts
        .filter((fact) => fact.subject !== null && fact.data.imported !== true && typeof fact.data.number === 'string')
        .map((fact) => ({ matterId: fact.subject as string, number: fact.data.number as string }));
      if (due.length > 0) await insertDue(tx, due);
    },
  };
}

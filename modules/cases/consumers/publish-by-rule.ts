import type { FactConsumer } from '@gongzhi/platform/outbox';
import { insertDue, rememberTakenDown } from '../store/publication-due.ts';

/**
 * Notes the cases that a wall rule may put up. The act itself is done by the job: it needs what is held in memory, and inside the transaction in
 * which facts are read nothing but that transaction may be used. Imported histories are not published by themselves, nor what a person took down.
 */
export function publicationConsumer(): FactConsumer {
  return {
    name: 'cases.publication',
    facts: ['case-file', 'case-close', 'case-answer-directly', 'case-unpublish'],
    async consume(facts, tx) {
      const named = facts.flatMap(({ name, subject, data }) =>
        subject !== null && data.imported !== true && typeof data.number === 'string'
          ? [{ name, matterId: subject, number: data.number }]
          : [],
      );
      const due = named.filter((fact) => fact.name !== 'case-unpublish');
      const taken = named.filter((fact) => fact.name === 'case-unpublish');
      if (due.length > 0) await insertDue(tx, due);
      if (taken.length > 0) await rememberTakenDown(tx, taken);
    },
  };
}

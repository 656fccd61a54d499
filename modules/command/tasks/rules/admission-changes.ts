import type { ActContext, Change } from '@gongzhi/matters';
import { taskProblems } from '../problems.ts';
import type { AdmissionDetails } from './admission-details.ts';
import type { ListCheck } from './duty-lists.ts';

/** What the changes of an application ask of others; all of it is read. */
export interface AdmissionAnswers {
  /** Holds words against the four lists as they stand now. */
  lists(text: string, item: string | null): Promise<ListCheck>;
}

const details = (context: ActContext) => context.matter.details as unknown as AdmissionDetails;
const said = (context: ActContext) =>
  (context.input as { note?: string; reason?: string }).note ?? (context.input as { reason?: string }).reason ?? null;
const decided = (context: ActContext, admitted: boolean) => ({
  by: context.actor.name,
  at: context.now.toISOString(),
  admitted,
  reason: said(context),
});

/** What each act changes beyond its row in the table; an act that is not here leaves its note only. */
export async function admissionChange(action: string, context: ActContext, answers: AdmissionAnswers): Promise<Change> {
  const known = details(context);
  const note = said(context);
  switch (action) {
    case 'admit': {
      // The lists may have been edited since the application: what is decided today is decided by today's lists.
      const lists = await answers.lists(`${context.matter.title} ${context.matter.body}`, known.item);
      if (lists.verdict === 'forbidden')
        throw taskProblems['matter-forbidden']({ detail: lists.findings.find((finding) => finding.list === 'forbidden')?.title ?? '' });
      if (lists.verdict === 'purchasable' && known.budget <= 0) throw taskProblems['budget-missing']();
      return {
        note,
        matter: { details: { ...known, lists, decided: decided(context, true) } },
        data: { verdict: lists.verdict, from: known.from, to: known.to },
      };
    }
    case 'refuse':
      return {
        note,
        matter: { details: { ...known, decided: decided(context, false) } },
        data: { verdict: known.lists.verdict, items: known.lists.findings.map((finding) => finding.code) },
      };
    case 'ask-supplement':
      return { note, pause: { reason: note ?? '', approvedBy: context.actor.name } };
    case 'supplement': {
      const input = context.input as { note: string; basis?: string; budget?: number };
      return {
        note: input.note,
        matter: { details: { ...known, basis: input.basis ?? known.basis, budget: input.budget ?? known.budget } },
      };
    }
    case 'place':
      return { matter: { details: { ...known, placements: known.placements + 1 } }, data: { ...context.input } };
    default:
      return { note };
  }
}

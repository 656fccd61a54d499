import { unitsFor } from '@gongzhi/contract/actor';
import { type ActContext, openParts, type PartRow } from '@gongzhi/matters';
import type { Refusal } from '@gongzhi/platform/problems';
import { caseProblems } from '../problems.ts';
import type { CaseDetails } from './case-details.ts';
import type { CaseRules } from './case-terms.ts';

type Guard = (context: ActContext) => Refusal | null;
const details = (context: ActContext) => context.matter.details as CaseDetails;

/** The assisting part of the actor's organisation. */
export function assistPart({ matter, actor }: Pick<ActContext, 'matter' | 'actor'>): PartRow | undefined {
  const units = unitsFor(actor, 'case.handle');
  return openParts(matter).find((part) => part.role === 'assist' && units.includes(part.organisationId));
}

const day = 86_400_000;

/** The conditions named in the life cycle. None of them looks at the input. */
export function caseGuards(rules: () => CaseRules): Record<string, Guard> {
  const windowEnds = (context: ActContext) => (context.matter.closedAt?.getTime() ?? 0) + rules().reopenDays * day;
  const asked =
    (kind: string): Guard =>
    (context) =>
      context.matter.pending === kind ? null : caseProblems['nothing-asked']({ detail: kind });
  return {
    'not-designated': (context) => (details(context).designated ? caseProblems['return-after-designation']() : null),
    'no-ask': (context) => (context.matter.pending ? caseProblems['ask-waiting']({ detail: context.matter.pending }) : null),
    'extension-asked': asked('extension'),
    'suspension-asked': asked('suspension'),
    'before-due': (context) =>
      context.matter.dueAt && context.now >= context.matter.dueAt
        ? caseProblems['past-due']({ more: { dueAt: context.matter.dueAt } })
        : null,
    'assistants-done': ({ matter }) => {
      const waiting = openParts(matter).filter((part) => part.role === 'assist' && part.doneAt === null);
      return waiting.length > 0
        ? caseProblems['assistants-not-done']({ more: { organisations: waiting.map((part) => part.organisationId) } })
        : null;
    },
    'children-ended': ({ matter }) =>
      matter.openChildren > 0 ? caseProblems['children-open']({ more: { open: matter.openChildren } }) : null,
    'assist-unsigned': (context) => (assistPart(context)?.signedAt ? caseProblems['part-signed']() : null),
    'assist-undone': (context) => (assistPart(context)?.doneAt ? caseProblems['part-done']() : null),
    'within-window': (context) =>
      context.now.getTime() > windowEnds(context) ? caseProblems['window-over']({ more: { until: new Date(windowEnds(context)) } }) : null,
    'window-over': (context) =>
      context.now.getTime() <= windowEnds(context)
        ? caseProblems['window-running']({ more: { until: new Date(windowEnds(context)) } })
        : null,
    'not-rated-by-reporter': (context) => (details(context).reporterRated ? caseProblems['already-rated']() : null),
    published: ({ matter }) => (matter.public ? null : caseProblems['not-published']()),
    unpublished: ({ matter }) => (matter.public ? caseProblems['published-already']() : null),
  };
}

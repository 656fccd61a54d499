import type { ActContext } from '@gongzhi/matters';
import type { Refusal } from '@gongzhi/platform/problems';
import { dayOf } from '@gongzhi/territory';
import { taskProblems } from '../problems.ts';
import type { AdmissionDetails } from './admission-details.ts';

type Guard = (context: ActContext) => Refusal | null;
const details = (context: ActContext) => context.matter.details as unknown as AdmissionDetails;

/** The conditions named in the life cycle of an application. */
export const admissionGuards: Record<string, Guard> = {
  'not-forbidden': (context) => {
    const { verdict, findings } = details(context).lists;
    const item = findings.find((finding) => finding.list === 'forbidden');
    return verdict === 'forbidden'
      ? taskProblems['matter-forbidden']({ detail: item ? `${item.code} ${item.title}` : '', more: { item: item?.code } })
      : null;
  },
  'budget-follows': (context) =>
    details(context).lists.verdict === 'purchasable' && details(context).budget <= 0
      ? taskProblems['budget-missing']({
          errors: [{ field: 'budget', reason: 'missing', accepted: 'yuan for each community, more than 0' }],
        })
      : null,
  'term-ahead': (context) =>
    details(context).to < dayOf(context.now)
      ? taskProblems['admission-over']({ detail: details(context).to, more: { until: details(context).to } })
      : null,
  'term-passed': (context) =>
    details(context).to < dayOf(context.now)
      ? null
      : taskProblems['outside-admission']({ detail: `the term runs until ${details(context).to}` }),
};

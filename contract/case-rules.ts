import { z } from 'zod';
import { Limit, text } from './primitives.ts';

/** A reply to begin with; what stands in braces is filled in: {title}, {number}, {unit} and the like by the case, anything else by the writer. */
const ReplyTemplate = z.object({ name: text(40, 1), text: text(2000, 2) });

/**
 * Terms that do not depend on the category, as shipped; an administrator may change them, and each change is a new version.
 * `dangerous` stands instead for urgency 3.
 */
export const CaseRules = z.object({
  accept: Limit.default({ amount: 2, unit: 'hour' }),
  sign: Limit.default({ amount: 4, unit: 'working-hour' }),
  signDangerous: Limit.default({ amount: 30, unit: 'minute' }),
  contact: Limit.default({ amount: 24, unit: 'hour' }),
  decide: Limit.default({ amount: 1, unit: 'working-day' }),
  verify: Limit.default({ amount: 2, unit: 'working-day' }),
  callBack: Limit.default({ amount: 3, unit: 'working-day' }),
  /** Resolution where neither the responsibility list nor the category says anything. */
  resolve: Limit.default({ amount: 7, unit: 'day' }),
  resolveByClass: z.object({ danger: Limit, utilities: Limit, ordinary: Limit, complex: Limit }).default({
    danger: { amount: 2, unit: 'hour' },
    utilities: { amount: 24, unit: 'hour' },
    ordinary: { amount: 7, unit: 'day' },
    complex: { amount: 15, unit: 'day' },
  }),
  /** Days after closing in which a case can be reopened. */
  reopenDays: z.number().int().min(1).max(365).default(15),
  /** The lowest of five grades that counts as satisfied. */
  satisfiedFrom: z.number().int().min(1).max(5).default(3),
  /** Weights of response, resolution and satisfaction in the composite. */
  composite: z.tuple([z.number(), z.number(), z.number()]).default([10, 45, 45]),
  /** What the caller says; {title} and {owner} are filled in. */
  script: z
    .string()
    .max(2000)
    .default(
      '您好，这里是诉求回访中心。您反映的“{title}”由{owner}办理，想向您了解：承办单位是否联系过您？问题是否解决？您对办理是否满意？',
    ),
  /** Replies that a writer begins with. */
  replies: z
    .array(ReplyTemplate)
    .max(40)
    .default([
      {
        name: '已解决',
        text: '您好！您反映的“{title}”（编号{number}）收悉。{unit}于{办理日期}到现场核实，{核实情况}。目前已{处理措施}，问题已经解决。感谢您对我们工作的关心和监督。',
      },
      {
        name: '需要时间',
        text: '您好！您反映的“{title}”（编号{number}）收悉。经{unit}核实，{核实情况}。因{原因}，预计{完成日期}前完成，期间将{临时措施}。办结后会再次向您反馈。',
      },
      {
        name: '政策解释',
        text: '您好！您反映的“{title}”（编号{number}）收悉。根据{政策依据}，{解释内容}。如有疑问，可联系{unit}（{联系电话}）。感谢您的理解。',
      },
      {
        name: '不属于职责范围',
        text: '您好！您反映的“{title}”（编号{number}）收悉。经核实，该事项属于{主管单位}职责范围，您可通过{办理途径}反映，我们也已将情况转告该单位。',
      },
    ]),
});
export type CaseRules = z.infer<typeof CaseRules>;

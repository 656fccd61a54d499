import { z } from 'zod';
import { Limit } from './primitives.ts';

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
});
export type CaseRules = z.infer<typeof CaseRules>;

import { Ground } from '@gongzhi/contract/whistles';
import { z } from 'zod';

const Ask = z.object({
  kind: z.enum(['objection', 'designation']),
  organisationId: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
const Unit = z.object({
  organisationId: z.string(),
  listed: z.boolean(),
  /** The line of the responsibility list, or why it was designated. */
  why: z.string(),
  contactedAt: z.string().nullable().default(null),
  metres: z.number().nullable().default(null),
  proof: z.enum(['place', 'code']).nullable().default(null),
  /** 1 to 5. */
  rated: z.number().nullable().default(null),
  ratedBack: z.number().nullable().default(null),
});
export type CalledUnit = z.infer<typeof Unit>;
export const ProblemItem = z.object({
  title: z.string(),
  category: z.string().nullable(),
  caseId: z.string().nullable().default(null),
  caseNumber: z.string().nullable().default(null),
});
export type ProblemItem = z.infer<typeof ProblemItem>;

/** What a whistle remembers beside the columns of the ledger. */
export const WhistleDetails = z.object({
  ground: Ground,
  whistlerId: z.string(),
  problems: z.array(ProblemItem).default([]),
  units: z.array(Unit).default([]),
  asks: z.array(Ask).default([]),
  /** Uses of the powers of coordination and supervision. */
  powers: z
    .array(z.object({ power: z.string(), organisationId: z.string().nullable(), note: z.string(), by: z.string(), at: z.string() }))
    .default([]),
  result: z.string().nullable().default(null),
});
export type WhistleDetails = z.infer<typeof WhistleDetails>;

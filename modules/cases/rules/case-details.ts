import { z } from 'zod';

const Ask = z.object({
  kind: z.enum(['extension', 'suspension', 'objection']),
  at: z.string(),
  by: z.string(),
  organisationId: z.string().nullable(),
  reason: z.string(),
  amount: z.number().optional(),
  cause: z.string().optional(),
});

/** What a case remembers beside the columns of the ledger. */
export const CaseDetails = z.object({
  /** The dispatch was designated: it can be neither returned nor objected to. */
  designated: z.boolean().default(false),
  dispatches: z.number().default(0),
  returns: z.number().default(0),
  reworks: z.number().default(0),
  reopens: z.number().default(0),
  /** The organisation that received first; answerable until another has signed. */
  firstReceiver: z.string().nullable().default(null),
  ask: Ask.nullable().default(null),
  /** What was suggested when it was recorded. */
  suggestion: z
    .object({
      category: z.string().nullable(),
      words: z.array(z.string()),
      organisationId: z.string().nullable(),
      why: z.string().nullable(),
    })
    .nullable()
    .default(null),
  /** What the person decided upon the suggestion. */
  decision: z
    .object({
      suggestedCategory: z.string().nullable(),
      suggestedOrganisation: z.string().nullable(),
      duplicatesShown: z.array(z.string()),
    })
    .nullable()
    .default(null),
  result: z.string().nullable().default(null),
  measure: z.string().nullable().default(null),
  reply: z.string().nullable().default(null),
  proposedOutcome: z.string().nullable().default(null),
  callBackAttempts: z.number().default(0),
  reporterRated: z.boolean().default(false),
  cards: z.array(z.object({ grade: z.string(), at: z.string(), by: z.string(), reason: z.string() })).default([]),
  publication: z.object({ title: z.string(), body: z.string().nullable(), at: z.string() }).nullable().default(null),
  joinedTo: z.string().nullable().default(null),
  /** The reporter left a telephone number: only then is there anybody to contact in time. */
  contactable: z.boolean().default(true),
  likes: z.number().default(0),
  dislikes: z.number().default(0),
  organisationName: z.string().nullable().default(null),
  source: z.record(z.string(), z.string()).nullable().default(null),
});
export type CaseDetails = z.infer<typeof CaseDetails>;

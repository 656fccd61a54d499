import { z } from 'zod';

/** What a muster remembers beside the columns of the ledger. */
export const MusterDetails = z.object({
  /** Marked everywhere; its people and hours are no real ones. */
  rehearsal: z.boolean(),
  radius: z.number(),
  called: z.number(),
  areas: z.array(z.string()),
  skills: z.array(z.string()).default([]),
  posts: z.array(z.string()).default([]),
  summary: z.string().nullable().default(null),
});
export type MusterDetails = z.infer<typeof MusterDetails>;

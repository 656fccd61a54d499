import { DutyList, Frequency, TaskField, TaskType } from '@gongzhi/contract/tasks';
import { z } from 'zod';

export const ListCheckDetails = z.object({
  verdict: z.enum([...DutyList.options, 'unlisted']),
  findings: z.array(
    z.object({ code: z.string(), list: DutyList, title: z.string(), basis: z.string().nullable(), named: z.boolean(), share: z.number() }),
  ),
});

/** What an application to place work in communities says beside the columns of the ledger. */
export const AdmissionDetails = z.object({
  departmentId: z.string(),
  departmentName: z.string(),
  type: TaskType,
  item: z.string().nullable().default(null),
  basis: z.string(),
  /** Yuan that follow the work to each community. */
  budget: z.number(),
  /** Minutes that one turn takes in one community. */
  minutes: z.number().default(0),
  /** First and last day of the term that is asked for. */
  from: z.string(),
  to: z.string(),
  frequency: Frequency,
  level: z.enum(['community', 'grid']),
  /** Areas under which the communities lie. */
  areas: z.array(z.string()),
  form: z.array(TaskField).default([]),
  /** The four lists as they stood when it was last held against them. */
  lists: ListCheckDetails,
  /** Questions that data held answer. */
  held: z.array(z.object({ key: z.string(), label: z.string(), source: z.string(), word: z.string() })).default([]),
  /** Working days between the application and the first day of the term. */
  ahead: z.number().default(0),
  /** The application came later before its term than the rules ask for. */
  short: z.boolean().default(false),
  decided: z.object({ by: z.string(), at: z.string(), admitted: z.boolean(), reason: z.string().nullable() }).nullable().default(null),
  placements: z.number().default(0),
});
export type AdmissionDetails = z.infer<typeof AdmissionDetails>;

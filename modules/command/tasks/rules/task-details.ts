import { Frequency, TaskField, TaskType } from '@gongzhi/contract/tasks';
import { z } from 'zod';

/** Why a community may refuse a task: the rule in words, and where it stands. */
export const RefusalRule = z.object({ code: z.string(), zh: z.string(), en: z.string() });
export type RefusalRule = z.infer<typeof RefusalRule>;

/** What a task in a community remembers beside the columns of the ledger. */
export const TaskDetails = z.object({
  departmentId: z.string(),
  departmentName: z.string(),
  type: TaskType,
  /** Number of the admission; null: the department placed it without one. */
  admission: z.string().nullable().default(null),
  basis: z.string().nullable().default(null),
  budget: z.number().default(0),
  minutes: z.number().default(0),
  from: z.string(),
  to: z.string(),
  frequency: Frequency,
  level: z.enum(['community', 'grid']),
  sheets: z.number(),
  form: z.array(TaskField).default([]),
  /** The rule by which it may be refused; null: it was admitted. */
  rule: RefusalRule.nullable().default(null),
  refusedBy: RefusalRule.nullable().default(null),
});
export type TaskDetails = z.infer<typeof TaskDetails>;

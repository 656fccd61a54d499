import { Day, text } from '@gongzhi/contract/primitives';
import { z } from 'zod';
import { label } from './labels.ts';

const reason = text(500, 2).meta(label('原因', 'Reason', { 'x-long': true }));
const note = text(2000)
  .optional()
  .meta(label('说明', 'Note', { 'x-long': true }));

/** What the acts on applications and tasks ask for. */
export const inputs = {
  reason: z.object({ reason }),
  optionalNote: z.object({ note }),
  note: z.object({ note: text(2000, 1).meta(label('内容', 'Text', { 'x-long': true })) }),
  supplement: z.object({
    note: text(2000, 2).meta(label('补正内容', 'What was supplemented', { 'x-long': true })),
    basis: text(500, 2)
      .optional()
      .meta(label('依据（不改则不填）', 'Basis (empty: unchanged)', { 'x-long': true })),
    budget: z
      .number()
      .min(0)
      .max(1_000_000_000)
      .optional()
      .meta(label('随转经费（元／社区，不改则不填）', 'Budget per community in yuan (empty: unchanged)')),
  }),
  /** Said by the product itself when tasks are placed under an admission. */
  place: z.object({ communities: z.number(), from: Day, to: Day }),
  done: z.object({ note: text(2000, 2).meta(label('落实情况', 'What was done', { 'x-long': true })) }),
};

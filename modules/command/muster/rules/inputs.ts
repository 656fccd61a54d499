import { AreaCode, text } from '@gongzhi/contract/primitives';
import { z } from 'zod';
import { label } from '../../tasks/rules/labels.ts';

const long = { 'x-long': true };

/** What the acts on a muster ask for. */
export const inputs = {
  optionalNote: z.object({
    note: text(2000)
      .optional()
      .meta(label('说明', 'Note', long)),
  }),
  reason: z.object({ reason: text(500, 2).meta(label('原因', 'Reason', long)) }),
  log: z.object({ text: text(2000, 1).meta(label('情况', 'Situation', long)) }),
  callMore: z.object({
    areas: z
      .array(AreaCode)
      .min(1)
      .max(100)
      .meta(label('区域', 'Areas', { 'x-picker': 'area', 'x-many': true })),
    skills: z.array(text(30, 1)).max(20).default([]).meta(label('技能', 'Skills')),
    posts: z.array(text(30, 1)).max(20).default([]).meta(label('身份', 'Posts')),
    note: text(500)
      .optional()
      .meta(label('说明', 'Note', long)),
  }),
  standDown: z.object({
    note: text(2000)
      .optional()
      .meta(label('说明', 'Note', long)),
    despite: text(500, 2)
      .optional()
      .meta(label('仍有未清点人员时的说明', 'Why, if people are not accounted for', long)),
  }),
  report: z.object({ summary: text(4000, 2).meta(label('总结', 'Report', long)) }),
};

import { Id, Instant, MatterNumber, Place, text } from '@gongzhi/contract/primitives';
import { z } from 'zod';

/** `title` is the Chinese label and `x-en` the English one; `x-picker` says what is chosen from, `x-long` asks for a large field. */
const label = (zh: string, en: string, more: Record<string, unknown> = {}) => ({ title: zh, 'x-en': en, ...more });
const choice = (zh: string, en: string, options: Record<string, { zh: string; en: string }>) => label(zh, en, { 'x-options': options });

const reason = text(500, 2).meta(label('原因', 'Reason', { 'x-long': true }));
const note = text(2000)
  .optional()
  .meta(label('说明', 'Note', { 'x-long': true }));
const unit = Id.meta(label('单位', 'Unit', { 'x-picker': 'organisation' }));
const units = (zh: string, en: string) =>
  z
    .array(Id)
    .max(20)
    .default([])
    .meta(label(zh, en, { 'x-picker': 'organisation', 'x-many': true }));
const satisfaction = z
  .number()
  .int()
  .min(1)
  .max(5)
  .meta(
    choice('评分', 'Rating', {
      5: { zh: '很好', en: 'Very good' },
      4: { zh: '好', en: 'Good' },
      3: { zh: '一般', en: 'Fair' },
      2: { zh: '差', en: 'Poor' },
      1: { zh: '很差', en: 'Very poor' },
    }),
  );

export const whistleOutcomeChoice = {
  solved: { zh: '已解决', en: 'Solved' },
  'partly-solved': { zh: '部分解决', en: 'Partly solved' },
  unsolved: { zh: '未解决', en: 'Unsolved' },
};

export const whistleInputs = {
  optionalNote: z.object({ note }),
  note: z.object({ note: text(2000, 1).meta(label('说明', 'Note', { 'x-long': true })) }),
  reason: z.object({ reason }),
  call: z.object({
    lead: Id.meta(label('主责单位', 'Lead unit', { 'x-picker': 'organisation' })),
    assist: units('响应单位', 'Responding units'),
    note,
  }),
  contact: z.object({ note: text(2000, 2).meta(label('联系情况', 'What was said', { 'x-long': true })) }),
  arrive: z.object({
    place: Place.optional().meta(label('当前位置', 'Where you are', { 'x-picker': 'place' })),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .meta(label('到场码（现场街道人员出示）', 'Code at the scene (shown by the subdistrict)')),
    /** When it was on the phone; now where absent. */
    at: Instant.optional().meta(label('到场时间（不填为现在）', 'Time of arrival (now if empty)')),
    note,
  }),
  complete: z.object({ result: text(2000, 2).meta(label('本单位办理结果', 'What your unit did', { 'x-long': true })) }),
  askDesignation: z.object({ unit, reason }),
  designate: z.object({
    units: z
      .array(Id)
      .min(1)
      .max(20)
      .meta(label('指定单位', 'Units to designate', { 'x-picker': 'organisation', 'x-many': true })),
    reason,
  }),
  decide: z.object({ unit, reason }),
  attach: z.object({
    cases: z
      .array(MatterNumber)
      .min(1)
      .max(30)
      .meta(label('并入的诉求', 'Cases to attach', { 'x-picker': 'matter', 'x-many': true })),
  }),
  power: z.object({
    power: z.enum(['coordination', 'supervision']).meta(
      choice('行使的权力', 'Power used', {
        coordination: { zh: '统筹协调权', en: 'Coordination' },
        supervision: { zh: '考核督办权', en: 'Supervision' },
      }),
    ),
    unit: unit.optional(),
    note: text(2000, 2).meta(label('内容', 'What was done', { 'x-long': true })),
  }),
  settle: z.object({ result: text(4000, 2).meta(label('联合处置结果', 'Joint result', { 'x-long': true })) }),
  close: z.object({
    outcome: z
      .enum(['solved', 'partly-solved', 'unsolved'])
      .default('solved')
      .meta(choice('办理结果', 'Outcome', whistleOutcomeChoice)),
    note,
  }),
  rateUnit: z.object({ unit, satisfaction, comment: note }),
  rateWhistle: z.object({ satisfaction, comment: note }),
};

import { AreaCode, CategoryCode, Id, Limit, MatterNumber, Place, text } from '@gongzhi/contract/primitives';
import { z } from 'zod';

/** `title` is the Chinese label and `x-en` the English one; `x-picker` says what is chosen from, `x-long` asks for a large field. */
const label = (zh: string, en: string, more: Record<string, unknown> = {}) => ({ title: zh, 'x-en': en, ...more });

const reason = text(500, 2).meta(label('原因', 'Reason', { 'x-long': true }));
const note = text(2000)
  .optional()
  .meta(label('说明', 'Note', { 'x-long': true }));
const unit = Id.meta(label('主办单位', 'Lead unit', { 'x-picker': 'organisation' }));
const assist = z
  .array(Id)
  .max(10)
  .default([])
  .meta(label('协办单位', 'Assisting units', { 'x-picker': 'organisation', 'x-many': true }));
const limit = Limit.optional().meta(label('时限（不填按清单）', 'Time limit (by the list if empty)', { 'x-picker': 'limit' }));
const outcome = z.enum(['solved', 'explained', 'unsolved']).meta(
  label('办理结果', 'Outcome', {
    'x-options': {
      solved: { zh: '已解决', en: 'Solved' },
      explained: { zh: '已解释', en: 'Explained' },
      unsolved: { zh: '未解决', en: 'Unsolved' },
    },
  }),
);
const category = CategoryCode.meta(label('类别', 'Category', { 'x-picker': 'category' }));

export const inputs = {
  file: z.object({
    category,
    urgency: z
      .number()
      .int()
      .min(1)
      .max(3)
      .optional()
      .meta(
        label('紧急程度', 'Urgency', {
          'x-options': { 1: { zh: '一般', en: 'Ordinary' }, 2: { zh: '紧急', en: 'Urgent' }, 3: { zh: '险情', en: 'Danger' } },
        }),
      ),
    limit,
    note,
  }),
  reason: z.object({ reason }),
  divert: z.object({ to: text(100, 2).meta(label('转往', 'Handed to')), reason }),
  answerDirectly: z.object({
    reply: text(4000, 2).meta(label('答复', 'Reply', { 'x-long': true })),
    outcome: outcome.default('explained'),
    category: category.optional(),
  }),
  join: z.object({ to: MatterNumber.meta(label('并入的诉求', 'Case to join', { 'x-picker': 'matter' })), note }),
  dispatch: z.object({
    lead: unit,
    assist,
    designated: z.boolean().default(false).meta(label('指定办理（不得退回）', 'Designated (cannot be returned)')),
    limit,
    note,
  }),
  reassign: z.object({
    lead: unit,
    assist,
    designated: z.boolean().default(false).meta(label('指定办理（不得退回）', 'Designated (cannot be returned)')),
    reason,
  }),
  addAssist: z.object({
    assist: z
      .array(Id)
      .min(1)
      .max(10)
      .meta(label('协办单位', 'Assisting units', { 'x-picker': 'organisation', 'x-many': true })),
    note,
  }),
  note: z.object({
    note: text(2000, 1).meta(label('内容', 'Text', { 'x-long': true })),
    public: z.boolean().default(false).meta(label('对诉求人可见', 'Shown to the reporter')),
  }),
  /** Files that were uploaded before, by id; whoever draws forms leaves them out. */
  supplement: z.object({
    note: text(2000, 1).meta(label('内容', 'Text', { 'x-long': true })),
    files: z.array(Id).max(9).default([]).meta(label('材料', 'Files')),
  }),
  optionalNote: z.object({ note }),
  contact: z.object({ reached: z.boolean().default(true).meta(label('已联系上', 'Reached')), note }),
  arrive: z.object({ place: Place.optional().meta(label('到场位置', 'Where', { 'x-picker': 'place' })), note }),
  requestExtension: z.object({
    amount: z
      .number()
      .positive()
      .max(365)
      .meta(label('延长', 'Extend by', { 'x-unit': 'limit' })),
    reason,
  }),
  requestSuspension: z.object({
    cause: z.enum(['reporter', 'project', 'weather', 'law', 'other']).meta(
      label('挂起事由', 'Cause', {
        'x-options': {
          reporter: { zh: '等待诉求人', en: 'Waiting for the reporter' },
          project: { zh: '等待其他工程', en: 'Waiting for another project' },
          weather: { zh: '天气原因', en: 'Weather' },
          law: { zh: '司法或行政程序', en: 'Legal proceedings' },
          other: { zh: '其他', en: 'Other' },
        },
      }),
    ),
    reason,
  }),
  feedBack: z.object({
    result: text(4000, 2).meta(label('办理情况', 'What was done', { 'x-long': true })),
    measure: text(1000)
      .optional()
      .meta(label('措施', 'Measure', { 'x-long': true })),
    outcome,
  }),
  partResult: z.object({ result: text(2000, 2).meta(label('办理情况', 'What was done', { 'x-long': true })) }),
  close: z.object({
    reply: text(4000)
      .optional()
      .meta(label('正式答复', 'Official reply', { 'x-long': true })),
    outcome: outcome.optional(),
  }),
  reply: z.object({ reply: text(4000, 2).meta(label('正式答复', 'Official reply', { 'x-long': true })) }),
  rate: z.object({
    reached: z.boolean().default(true).meta(label('已接通', 'Reached')),
    contacted: z.boolean().optional().meta(label('承办单位联系过', 'Contacted by the unit')),
    resolved: z.boolean().optional().meta(label('问题已解决', 'Resolved')),
    satisfaction: z
      .number()
      .int()
      .min(1)
      .max(5)
      .optional()
      .meta(label('满意度', 'Satisfaction', { 'x-picker': 'stars' })),
    reasons: z.array(text(60, 1)).max(10).default([]).meta(label('原因', 'Reasons')),
    comment: text(1000)
      .optional()
      .meta(label('意见', 'Comment', { 'x-long': true })),
  }),
  split: z.object({
    children: z
      .array(
        z.object({
          title: text(120, 2).meta(label('标题', 'Title')),
          body: text(4000)
            .optional()
            .meta(label('内容', 'Text', { 'x-long': true })),
          category: category.optional(),
        }),
      )
      .min(2)
      .max(10)
      .meta(label('拆分为', 'Split into')),
    reason,
  }),
  supervise: z.object({
    grade: z.enum(['reminder', 'yellow', 'red']).meta(
      label('督办等级', 'Grade', {
        'x-options': {
          reminder: { zh: '催办', en: 'Reminder' },
          yellow: { zh: '黄牌', en: 'Yellow card' },
          red: { zh: '红牌', en: 'Red card' },
        },
      }),
    ),
    reason,
  }),
  correct: z.object({
    category: category.optional(),
    title: text(120, 2).optional().meta(label('标题', 'Title')),
    address: text(200).optional().meta(label('地址', 'Address')),
    areaCode: AreaCode.optional().meta(label('网格', 'Grid', { 'x-picker': 'area' })),
    place: Place.optional().meta(label('位置', 'Place', { 'x-picker': 'place' })),
    urgency: z.number().int().min(1).max(3).optional().meta(label('紧急程度', 'Urgency')),
    reason,
  }),
  protect: z.object({ confidential: z.boolean().meta(label('对承办单位隐去诉求人', 'Hide the reporter from handling units')), reason }),
  publish: z.object({
    title: text(120, 2).optional().meta(label('公开标题', 'Public title')),
    body: text(4000)
      .optional()
      .meta(label('公开内容（已脱敏）', 'Public text (redacted)', { 'x-long': true })),
  }),
};

/** What a notice says, in both languages. */
export interface Said {
  zh: string;
  en: string;
}

type Who = 'units' | 'deciders' | 'filers' | 'verifiers' | 'lead';
export interface NoticeRule {
  to: Who;
  say(title: string): Said;
}

/** Who of the staff is told of what. Whoever did it is not told. */
export const staffNotices: Record<string, NoticeRule> = {
  'case-record': { to: 'filers', say: (title) => ({ zh: `新诉求待立案：${title}`, en: `New case to file: ${title}` }) },
  'case-file': { to: 'deciders', say: (title) => ({ zh: `待派单：${title}`, en: `To dispatch: ${title}` }) },
  'case-dispatch': { to: 'units', say: (title) => ({ zh: `待签收：${title}`, en: `To sign: ${title}` }) },
  'case-reassign': {
    to: 'units',
    say: (title) => ({ zh: `改派给您单位，待签收：${title}`, en: `Reassigned to your unit, to sign: ${title}` }),
  },
  'case-add-assist': { to: 'units', say: (title) => ({ zh: `请协办：${title}`, en: `Please assist: ${title}` }) },
  'case-return': { to: 'deciders', say: (title) => ({ zh: `被退回：${title}`, en: `Returned: ${title}` }) },
  'case-object': { to: 'deciders', say: (title) => ({ zh: `异议待裁定：${title}`, en: `Objection to decide: ${title}` }) },
  'case-request-extension': { to: 'deciders', say: (title) => ({ zh: `延期申请待审：${title}`, en: `Extension asked: ${title}` }) },
  'case-request-suspension': { to: 'deciders', say: (title) => ({ zh: `挂起申请待审：${title}`, en: `Suspension asked: ${title}` }) },
  'case-overrule-objection': {
    to: 'lead',
    say: (title) => ({ zh: `异议不成立，请签收：${title}`, en: `Objection overruled, please sign: ${title}` }),
  },
  'case-grant-extension': { to: 'lead', say: (title) => ({ zh: `已同意延期：${title}`, en: `Extension granted: ${title}` }) },
  'case-refuse-extension': { to: 'lead', say: (title) => ({ zh: `未同意延期：${title}`, en: `Extension refused: ${title}` }) },
  'case-grant-suspension': { to: 'lead', say: (title) => ({ zh: `已同意挂起：${title}`, en: `Suspension granted: ${title}` }) },
  'case-refuse-suspension': { to: 'lead', say: (title) => ({ zh: `未同意挂起：${title}`, en: `Suspension refused: ${title}` }) },
  'case-feed-back': { to: 'verifiers', say: (title) => ({ zh: `待核查：${title}`, en: `To verify: ${title}` }) },
  'case-rework': { to: 'lead', say: (title) => ({ zh: `退回重办：${title}`, en: `Sent back for rework: ${title}` }) },
  'case-supervise': { to: 'lead', say: (title) => ({ zh: `督办：${title}`, en: `Supervised: ${title}` }) },
  'case-supplement': { to: 'lead', say: (title) => ({ zh: `诉求人有补充：${title}`, en: `The reporter added something: ${title}` }) },
  'case-reopen': { to: 'deciders', say: (title) => ({ zh: `重新办理，待派单：${title}`, en: `Reopened, to dispatch: ${title}` }) },
};

/** What the reporter is told, in the product and by text message. */
export const reporterMessages: Record<string, (fact: { number: string; title: string }) => Said> = {
  'case-file': ({ number }) => ({ zh: `您的诉求已受理，编号${number}。`, en: `Your request has been accepted under number ${number}.` }),
  'case-reject': ({ number }) => ({
    zh: `您的诉求${number}不予受理，原因请在线查看。`,
    en: `Your request ${number} was not accepted; the reason is shown online.`,
  }),
  'case-divert': ({ number }) => ({
    zh: `您的诉求${number}已转其他渠道办理，去向请在线查看。`,
    en: `Your request ${number} was passed on; online you see where to.`,
  }),
  'case-join': ({ number }) => ({
    zh: `您的诉求${number}与他人反映的相同，已合并办理，结果会一并告知您。`,
    en: `Your request ${number} was joined with the same one of others; you will be told its result.`,
  }),
  'case-close': ({ number }) => ({
    zh: `您的诉求${number}已办结，欢迎查看结果并评价。`,
    en: `Your request ${number} has been closed. See the result and rate it.`,
  }),
  'case-answer-directly': ({ number }) => ({
    zh: `您的诉求${number}已答复，欢迎查看并评价。`,
    en: `Your request ${number} has been answered. See the answer and rate it.`,
  }),
  'case-reopen': ({ number }) => ({ zh: `您的诉求${number}已重新办理。`, en: `Your request ${number} has been reopened.` }),
};

const clockNames: Record<string, Said> = {
  accept: { zh: '受理', en: 'Acceptance' },
  resolve: { zh: '办结', en: 'Resolution' },
  sign: { zh: '签收', en: 'Signing' },
  contact: { zh: '联系诉求人', en: 'Contact' },
  handle: { zh: '单位办理', en: 'Handling' },
  decide: { zh: '裁定', en: 'Decision' },
  verify: { zh: '核查', en: 'Verification' },
  'call-back': { zh: '回访', en: 'Call-back' },
};
const stages: Record<number, Said> = {
  1: { zh: '即将到期', en: 'due soon' },
  2: { zh: '已到期', en: 'due now' },
  3: { zh: '已超期一天以上', en: 'overdue by more than a day' },
};

export function reminderWords(reminder: { clock: string; stage: number; title: string }): Said {
  const clock = clockNames[reminder.clock] ?? { zh: reminder.clock, en: reminder.clock };
  const stage = stages[reminder.stage]!;
  return { zh: `${clock.zh}${stage.zh}：${reminder.title}`, en: `${clock.en} ${stage.en}: ${reminder.title}` };
}

export function digestWords(load: { open: number; overdue: number; soon: number }): Said {
  return {
    zh: `今日待办：在办 ${load.open} 件，超期 ${load.overdue} 件，24 小时内到期 ${load.soon} 件`,
    en: `Today: ${load.open} open, ${load.overdue} overdue, ${load.soon} due within 24 hours`,
  };
}

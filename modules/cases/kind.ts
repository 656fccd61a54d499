import { lifecycle } from '@gongzhi/platform/lifecycle';
import { inputs } from './rules/case-inputs.ts';

const staffHands = ['filer', 'dispatcher', 'verifier', 'supervisor', 'caller', 'publisher', 'lead', 'assist', 'recorder'] as const;
const open = ['recorded', 'filed', 'dispatched', 'objected', 'handling', 'suspended', 'answered', 'verified'] as const;
const any = [...open, 'closed', 'archived', 'joined', 'rejected', 'diverted', 'withdrawn'] as const;

/** The life cycle of a resident's request: collect → file → dispatch → handle → feed back → verify → close → evaluate, and beside it. */
export const caseTable = lifecycle({
  initial: 'recorded',
  states: {
    recorded: { zh: '待立案', en: 'Recorded', phase: 'open', tone: 'new' },
    filed: { zh: '待派单', en: 'Filed', phase: 'open', tone: 'new' },
    dispatched: { zh: '待签收', en: 'Dispatched', phase: 'open', tone: 'turn' },
    objected: { zh: '异议中', en: 'Objected', phase: 'waiting', tone: 'wait' },
    handling: { zh: '办理中', en: 'In hand', phase: 'open', tone: 'busy' },
    suspended: { zh: '已挂起', en: 'Suspended', phase: 'waiting', tone: 'wait' },
    answered: { zh: '待核查', en: 'Fed back', phase: 'open', tone: 'turn' },
    verified: { zh: '待结案', en: 'Verified', phase: 'open', tone: 'turn' },
    closed: { zh: '已结案', en: 'Closed', phase: 'ended', tone: 'good' },
    archived: { zh: '已归档', en: 'Archived', phase: 'ended', tone: 'stop' },
    joined: { zh: '已并案', en: 'Joined', phase: 'ended', tone: 'stop' },
    rejected: { zh: '不予受理', en: 'Rejected', phase: 'ended', tone: 'stop' },
    diverted: { zh: '已转出', en: 'Diverted', phase: 'ended', tone: 'stop' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', phase: 'ended', tone: 'stop' },
  },
  clocks: {
    accept: { zh: '受理', en: 'Acceptance' },
    resolve: { zh: '办结', en: 'Resolution' },
    sign: { zh: '签收', en: 'Signing' },
    contact: { zh: '联系诉求人', en: 'Contact' },
    handle: { zh: '单位办理', en: 'Handling by the unit' },
    decide: { zh: '裁定', en: 'Decision' },
    verify: { zh: '核查', en: 'Verification' },
    'call-back': { zh: '回访', en: 'Call-back' },
  },
  actions: {
    file: { zh: '立案', en: 'File', from: ['recorded'], to: 'filed', who: ['filer', 'dispatcher'], input: inputs.file, starts: ['resolve'], stops: ['accept'], visibility: 'public', weight: 'primary' },
    reject: { zh: '不予受理', en: 'Reject', from: ['recorded'], to: 'rejected', who: ['filer', 'dispatcher'], input: inputs.reason, stops: ['accept'], visibility: 'reporter', weight: 'danger' },
    'answer-directly': { zh: '直接答复', en: 'Answer directly', from: ['recorded', 'filed'], to: 'closed', who: ['filer', 'dispatcher'], input: inputs.answerDirectly, starts: ['call-back'], stops: ['accept', 'resolve'], visibility: 'public' },
    divert: { zh: '转出', en: 'Divert', from: ['recorded', 'filed'], to: 'diverted', who: ['filer', 'dispatcher'], input: inputs.divert, stops: ['accept', 'resolve'], visibility: 'reporter' },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['recorded', 'filed', 'dispatched', 'objected', 'handling', 'suspended'], to: 'withdrawn', who: ['reporter', 'dispatcher'], when: ['children-ended'], input: inputs.reason, stops: ['accept', 'resolve', 'sign', 'contact', 'handle', 'decide'], visibility: 'public', weight: 'danger' },
    join: { zh: '并案', en: 'Join as duplicate', from: ['recorded', 'filed'], to: 'joined', who: ['filer', 'dispatcher'], input: inputs.join, stops: ['accept', 'resolve'], visibility: 'reporter' },
    unjoin: { zh: '撤销并案', en: 'Part again', from: ['joined'], to: 'filed', who: ['dispatcher'], input: inputs.reason, starts: ['resolve'], visibility: 'reporter', weight: 'danger' },
    dispatch: { zh: '派单', en: 'Dispatch', from: ['filed'], to: 'dispatched', who: ['dispatcher'], input: inputs.dispatch, starts: ['sign', 'contact'], stops: ['decide'], visibility: 'public', weight: 'primary' },
    sign: { zh: '签收', en: 'Sign', from: ['dispatched'], to: 'handling', who: ['lead'], input: inputs.optionalNote, stops: ['sign'], visibility: 'public', weight: 'primary' },
    'sign-assist': { zh: '协办签收', en: 'Sign as assisting unit', from: ['dispatched', 'handling', 'suspended'], to: 'same', who: ['assist'], when: ['assist-unsigned'], input: inputs.optionalNote, weight: 'primary' },
    return: { zh: '退回', en: 'Return', from: ['dispatched', 'handling'], to: 'filed', who: ['lead'], when: ['not-designated', 'no-ask'], input: inputs.reason, stops: ['sign', 'contact', 'handle'], weight: 'danger' },
    object: { zh: '提出异议', en: 'Object', from: ['dispatched'], to: 'objected', who: ['lead'], when: ['not-designated'], input: inputs.reason, starts: ['decide'], pauses: ['sign', 'contact', 'handle'] },
    'uphold-objection': { zh: '异议成立', en: 'Uphold the objection', from: ['objected'], to: 'filed', who: ['dispatcher'], input: inputs.optionalNote, stops: ['decide', 'sign', 'contact', 'handle'], weight: 'primary' },
    'overrule-objection': { zh: '异议不成立', en: 'Overrule the objection', from: ['objected'], to: 'dispatched', who: ['dispatcher'], input: inputs.reason, stops: ['decide'], resumes: ['sign', 'contact', 'handle'] },
    reassign: { zh: '改派', en: 'Reassign', from: ['dispatched', 'handling', 'objected'], to: 'dispatched', who: ['dispatcher'], when: ['no-ask'], input: inputs.reassign, starts: ['sign', 'contact'], stops: ['decide', 'handle'] },
    'add-assist': { zh: '增加协办', en: 'Add assisting units', from: ['dispatched', 'handling'], to: 'same', who: ['dispatcher', 'lead'], input: inputs.addAssist },
    contact: { zh: '联系诉求人', en: 'Contact the reporter', from: ['dispatched', 'handling', 'suspended'], to: 'same', who: ['lead'], input: inputs.contact, visibility: 'reporter' },
    arrive: { zh: '到场', en: 'Arrive', from: ['handling'], to: 'same', who: ['lead', 'assist'], input: inputs.arrive, visibility: 'reporter' },
    'complete-part': { zh: '协办完成', en: 'Complete my part', from: ['handling', 'suspended'], to: 'same', who: ['assist'], when: ['assist-undone'], input: inputs.partResult, weight: 'primary' },
    'request-extension': { zh: '申请延期', en: 'Ask for an extension', from: ['handling'], to: 'same', who: ['lead'], when: ['no-ask', 'before-due'], input: inputs.requestExtension, starts: ['decide'] },
    'grant-extension': { zh: '同意延期', en: 'Grant the extension', from: ['handling'], to: 'same', who: ['dispatcher'], when: ['extension-asked'], input: inputs.optionalNote, stops: ['decide'], weight: 'primary' },
    'refuse-extension': { zh: '不同意延期', en: 'Refuse the extension', from: ['handling'], to: 'same', who: ['dispatcher'], when: ['extension-asked'], input: inputs.reason, stops: ['decide'] },
    'request-suspension': { zh: '申请挂起', en: 'Ask for suspension', from: ['handling'], to: 'same', who: ['lead'], when: ['no-ask'], input: inputs.requestSuspension, starts: ['decide'] },
    'grant-suspension': { zh: '同意挂起', en: 'Grant the suspension', from: ['handling'], to: 'suspended', who: ['dispatcher'], when: ['suspension-asked'], input: inputs.optionalNote, stops: ['decide'], pauses: ['resolve', 'handle', 'contact'], visibility: 'reporter', weight: 'primary' },
    'refuse-suspension': { zh: '不同意挂起', en: 'Refuse the suspension', from: ['handling'], to: 'same', who: ['dispatcher'], when: ['suspension-asked'], input: inputs.reason, stops: ['decide'] },
    resume: { zh: '恢复办理', en: 'Resume', from: ['suspended'], to: 'handling', who: ['lead', 'dispatcher'], input: inputs.optionalNote, resumes: ['resolve', 'handle', 'contact'], visibility: 'reporter', weight: 'primary' },
    'feed-back': { zh: '反馈', en: 'Feed back', from: ['handling'], to: 'answered', who: ['lead'], when: ['no-ask', 'assistants-done', 'children-ended'], input: inputs.feedBack, starts: ['verify'], stops: ['handle', 'contact'], visibility: 'public', weight: 'primary' },
    verify: { zh: '核查通过', en: 'Verify', from: ['answered'], to: 'verified', who: ['verifier'], input: inputs.optionalNote, stops: ['verify'], weight: 'primary' },
    rework: { zh: '退回重办', en: 'Send back for rework', from: ['answered', 'verified'], to: 'handling', who: ['verifier'], input: inputs.reason, stops: ['verify'], visibility: 'reporter', weight: 'danger' },
    close: { zh: '结案', en: 'Close', from: ['verified'], to: 'closed', who: ['verifier'], when: ['children-ended'], input: inputs.close, starts: ['call-back'], stops: ['resolve', 'verify'], visibility: 'public', weight: 'primary' },
    reply: { zh: '正式答复', en: 'Reply officially', from: ['handling', 'answered', 'verified', 'closed'], to: 'same', who: ['lead', 'verifier', 'dispatcher'], input: inputs.reply, visibility: 'public' },
    'call-back': { zh: '登记回访', en: 'Record a call-back', from: ['closed'], to: 'same', who: ['caller'], input: inputs.rate },
    rate: { zh: '评价', en: 'Rate', from: ['closed'], to: 'same', who: ['reporter'], when: ['not-rated-by-reporter'], input: inputs.rate, visibility: 'reporter' },
    reopen: { zh: '重新办理', en: 'Reopen', from: ['closed'], to: 'filed', who: ['reporter', 'dispatcher', 'caller', 'verifier'], when: ['within-window'], input: inputs.reason, starts: ['resolve'], stops: ['call-back'], visibility: 'public' },
    archive: { zh: '归档', en: 'Archive', from: ['closed'], to: 'archived', who: ['dispatcher', 'system'], when: ['window-over'], input: inputs.optionalNote, stops: ['call-back'] },
    split: { zh: '拆分', en: 'Split', from: ['filed', 'dispatched', 'handling'], to: 'same', who: ['dispatcher'], input: inputs.split },
    supervise: { zh: '督办', en: 'Supervise', from: [...open], to: 'same', who: ['supervisor'], input: inputs.supervise },
    note: { zh: '备注', en: 'Note', from: [...any], to: 'same', who: [...staffHands], input: inputs.note },
    supplement: { zh: '补充', en: 'Supplement', from: [...open], to: 'same', who: ['reporter', 'filer', 'recorder'], input: inputs.note, visibility: 'reporter' },
    correct: { zh: '更正', en: 'Correct', from: [...open], to: 'same', who: ['filer', 'dispatcher'], input: inputs.correct },
    protect: { zh: '保密设置', en: 'Confidentiality', from: [...any], to: 'same', who: ['filer', 'dispatcher', 'reporter'], input: inputs.protect },
    publish: { zh: '公开上墙', en: 'Publish', from: [...open, 'closed', 'archived'], to: 'same', who: ['publisher', 'system'], when: ['unpublished'], input: inputs.publish, visibility: 'public' },
    unpublish: { zh: '撤下公开', en: 'Take off the wall', from: [...any], to: 'same', who: ['publisher'], when: ['published'], input: inputs.reason },
  },
});
export type CaseAction = keyof typeof caseTable.actions;

export const caseOutcomes = {
  solved: { zh: '已解决', en: 'Solved' },
  explained: { zh: '已解释', en: 'Explained' },
  unsolved: { zh: '未解决', en: 'Unsolved' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  rejected: { zh: '不予受理', en: 'Rejected' },
  diverted: { zh: '转出', en: 'Diverted' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
};

/** Clocks whose due time is that of the case: the resolution once filed, the acceptance before. */
export const mainClocks = ['resolve', 'accept'] as const;

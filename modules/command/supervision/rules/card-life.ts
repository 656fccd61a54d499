import { lifecycle } from '@gongzhi/platform/lifecycle';

/** The life of a card: issued → replied → released, objected to or escalated on the way. */
export const cardTable = lifecycle({
  initial: 'issued',
  states: {
    issued: { zh: '待回复', en: 'Issued', phase: 'open', tone: 'turn' },
    replied: { zh: '已回复', en: 'Replied', phase: 'open', tone: 'busy' },
    objected: { zh: '异议待裁定', en: 'Objected', phase: 'waiting', tone: 'wait' },
    escalated: { zh: '已升级', en: 'Escalated', phase: 'ended', tone: 'stop' },
    released: { zh: '已销号', en: 'Released', phase: 'ended', tone: 'good' },
    withdrawn: { zh: '已撤销', en: 'Withdrawn', phase: 'ended', tone: 'stop' },
  },
  clocks: {},
  actions: {
    reply: { zh: '回复整改', en: 'Reply', from: ['issued'], to: 'replied', who: ['unit'], weight: 'primary' },
    object: { zh: '提出异议', en: 'Object', from: ['issued', 'replied'], to: 'objected', who: ['unit'] },
    'send-back': { zh: '退回再整改', en: 'Send back', from: ['replied'], to: 'issued', who: ['supervisor'] },
    release: { zh: '销号', en: 'Release', from: ['issued', 'replied'], to: 'released', who: ['supervisor'], weight: 'primary' },
    uphold: {
      zh: '异议成立，撤销',
      en: 'Uphold the objection',
      from: ['objected'],
      to: 'withdrawn',
      who: ['supervisor'],
      weight: 'primary',
    },
    overrule: { zh: '异议不成立', en: 'Overrule the objection', from: ['objected'], to: 'issued', who: ['supervisor'] },
    escalate: {
      zh: '升级督办',
      en: 'Escalate',
      from: ['issued', 'replied'],
      to: 'escalated',
      who: ['supervisor', 'system'],
      weight: 'danger',
    },
    'record-meeting': { zh: '记录督办会', en: 'Record the meeting', from: ['issued', 'replied'], to: 'replied', who: ['supervisor'] },
  },
});

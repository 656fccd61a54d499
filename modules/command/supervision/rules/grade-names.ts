import type { Grade } from '@gongzhi/contract/supervision';

const names: Record<Grade, { zh: string; en: string }> = {
  reminder: { zh: '提醒', en: 'Reminder' },
  yellow: { zh: '黄牌', en: 'Yellow card' },
  red: { zh: '红牌', en: 'Red card' },
  meeting: { zh: '督办会', en: 'Meeting' },
};
export const gradeName = (grade: Grade): { zh: string; en: string } => names[grade];

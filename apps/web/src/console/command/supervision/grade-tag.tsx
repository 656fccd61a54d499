import type { Grade } from '@gongzhi/contract/supervision';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';

const tones = { reminder: 'blue', yellow: 'amber', red: 'red', meeting: 'violet' } as const;
export const cardTones = {
  issued: 'turn',
  replied: 'busy',
  objected: 'wait',
  escalated: 'stop',
  released: 'good',
  withdrawn: 'stop',
} as const;

/** The grade of a card in its colour and in words. */
export function GradeTag({ grade }: { grade: Grade }) {
  const t = useTexts('supervision');
  return <Tag tone={tones[grade]}>{t(`grade.${grade}`)}</Tag>;
}

import { useTexts } from '../../shell/language.ts';

/** Units in which a limit is said, smallest first. */
export const limitUnits = ['minute', 'hour', 'day', 'working-hour', 'working-day'] as const;

/** `{ amount: 7, unit: 'working-day' }` in words. */
export function useLimitText(): (limit: { amount: number; unit: string } | null) => string {
  const t = useTexts('matter');
  return (limit) => (limit ? t('limit', { amount: limit.amount, unit: t(`unit.${limit.unit}`) }) : '—');
}

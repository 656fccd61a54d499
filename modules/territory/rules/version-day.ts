import { fieldProblem } from '@gongzhi/platform/problems';
import { today } from './today.ts';

/**
 * The day from which a change holds: today unless told. Never a day to come: lookups know one current version of an area, and it
 * must not hold before its day.
 */
export function versionDay(field: string, day: string | undefined): string {
  const now = today();
  if (day !== undefined && day > now) throw fieldProblem(field, 'this day is still to come', `up to ${now}; enter the change on its day`);
  return day ?? now;
}

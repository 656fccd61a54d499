import type { AnswerOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import { problems } from '@gongzhi/platform/problems';
import type { CalendarSet } from '../rules/calendar-set.ts';

/** A calendar as the wire has it, with the years in which it can count, its own and the statutory ones. */
export function calendarAnswer(set: CalendarSet, id: string): AnswerOf<typeof territory.writeCalendar> {
  const kept = set.kept.get(id);
  if (!kept) throw problems['not-found']({ detail: `no calendar ${id}` });
  const years = [...set.byId.get(id)!.years.keys()].sort((a, b) => a - b);
  return { id, areaCode: kept.areaCode, name: kept.name, timezone: kept.timezone, hours: kept.hours, years };
}

// Working time on a statutory calendar: when a limit runs out, why, and how much working time has passed.
export {
  type Calendar,
  CalendarInvalid,
  CalendarMissing,
  type DayKind,
  dayKind,
  type IsoDate,
  isWorkday,
  type Limit,
  type LimitUnit,
  type YearCalendar,
} from './calendar.ts';
export { type CalendarHead, type CalendarRow, calendarFromRows, toRows } from './calendar-rows.ts';
export { dueAt, isNever, NEVER, type Pause, workingMinutes } from './due.ts';
export { type CountedStep, type Deadline, type DeadlineStep, deadline, type SkipCause, type SkippedStep } from './explanation.ts';
export { minutesPerWorkingDay } from './opening-hours.ts';
export { DEFAULT_HOURS, STATUTORY_YEARS, statutoryCalendar } from './statutory-calendar.ts';

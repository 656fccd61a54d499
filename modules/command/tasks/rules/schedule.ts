import type { Frequency } from '@gongzhi/contract/tasks';

/** One turn of a task: from the day on which it opens to the day on which it is due, both included. */
export interface Turn {
  period: number;
  opensOn: string;
  dueOn: string;
}

const dayMs = 86_400_000;
const parse = (day: string) => Date.parse(`${day}T00:00:00Z`);
const format = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The same day so many months later, or the last of the month where it has no such day. */
function monthsLater(day: string, months: number): number {
  const start = new Date(parse(day));
  const month = start.getUTCMonth() + months;
  const last = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last));
}

/** The turns of a schedule from a day to a day, both included; the last one ends with the schedule. At most 60. */
export function turnsOf(frequency: Frequency, from: string, to: string): Turn[] {
  if (parse(to) < parse(from)) return [];
  if (frequency === 'once') return [{ period: 1, opensOn: from, dueOn: to }];
  const start = (index: number) =>
    frequency === 'weekly' ? parse(from) + index * 7 * dayMs : monthsLater(from, index * (frequency === 'monthly' ? 1 : 3));
  const turns: Turn[] = [];
  for (let index = 0; index < 60 && start(index) <= parse(to); index += 1)
    turns.push({ period: index + 1, opensOn: format(start(index)), dueOn: format(Math.min(start(index + 1) - dayMs, parse(to))) });
  return turns;
}

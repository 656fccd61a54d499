import { zone } from '../dates.ts';

/** How far the place is ahead of UTC at a moment, in minutes. */
function ahead(at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Math.round((Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - at) / 60_000);
}

/** An instant as the browser's date and time control shows it, on the clock of the place. */
export function toControl(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(at + ahead(at) * 60_000).toISOString().slice(0, 16);
}

/** What stands in the control, as an instant with the offset of the place; empty for nothing. */
export function fromControl(text: string): string | undefined {
  if (!text) return undefined;
  const minutes = ahead(Date.parse(`${text}:00Z`));
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${text}:00${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

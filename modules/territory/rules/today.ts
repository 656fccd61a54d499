const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
let held = { minute: -1, day: '' };

/** The day on which an instant falls where the areas lie, as `YYYY-MM-DD`: validity of areas, terms of posts. */
export function dayOf(instant: Date): string {
  return days.format(instant);
}

/** Today in Asia/Shanghai, whatever zone the server is set to. Formatting takes microseconds and days change on the minute, so it is kept for one. */
export function today(): string {
  const minute = Math.floor(Date.now() / 60_000);
  if (held.minute !== minute) held = { minute, day: dayOf(new Date(minute * 60_000)) };
  return held.day;
}

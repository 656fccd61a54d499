const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day on which an instant falls where the areas lie, as `YYYY-MM-DD`: validity of areas, terms of posts. */
export function dayOf(instant: Date): string {
  return days.format(instant);
}

/** Today in Asia/Shanghai, whatever zone the server is set to. */
export function today(): string {
  return dayOf(new Date());
}

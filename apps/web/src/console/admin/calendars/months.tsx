import { type KeyboardEvent, useRef, useState } from 'react';
import { dayOf, useDates } from '../../../kit/dates.ts';
import { useTexts } from '../../../shell/language.ts';
import { type Days, isWeekend, monthCells, shifted } from './year-days.ts';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months of days to press. One day is reached by the Tab key, the others from it by the arrows. */
export function Months({ year, days, onToggle }: { year: number; days: Days; onToggle: (date: string) => void }) {
  const t = useTexts('calendars');
  const dates = useDates();
  const host = useRef<HTMLDivElement>(null);
  const today = dayOf(Date.now());
  const [reached, setReached] = useState(today.startsWith(String(year)) ? today : `${year}-01-01`);
  const onKey = (event: KeyboardEvent, date: string) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = shifted(date, step);
    if (!next.startsWith(String(year))) return;
    setReached(next);
    host.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className="calendars-months" ref={host}>
      {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
        <fieldset key={month} className="calendars-month">
          <legend>{t('month', { month })}</legend>
          <div className="calendars-grid">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <span key={day} className="calendars-week" aria-hidden="true">
                {t(`week.${day}`)}
              </span>
            ))}
            {monthCells(year, month).map((date, index) => {
              if (date === null) {
                // biome-ignore lint/suspicious/noArrayIndexKey: empty places before the first day
                return <span key={index} />;
              }
              const day = days.get(date);
              return (
                <button
                  key={date}
                  type="button"
                  data-date={date}
                  data-kind={day?.kind ?? (isWeekend(date) ? 'weekend' : 'plain')}
                  data-today={date === today}
                  aria-pressed={day !== undefined}
                  aria-label={[dates.day(date), day ? t(day.kind) : '', day?.name].filter(Boolean).join(' ')}
                  title={day ? [t(day.kind), day.name].filter(Boolean).join(' ') : undefined}
                  tabIndex={date === reached ? 0 : -1}
                  onFocus={() => setReached(date)}
                  onKeyDown={(event) => onKey(event, date)}
                  onClick={() => onToggle(date)}
                >
                  {Number(date.slice(8))}
                </button>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

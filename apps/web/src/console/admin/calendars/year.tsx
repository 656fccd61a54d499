import type { AnswerOf } from '@gongzhi/contract/route';
import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { TextField } from '../fields.tsx';
import { Refused } from '../form-dialog.tsx';
import { Months } from './months.tsx';
import { type Days, toggled, workdays } from './year-days.ts';

export type Calendar = AnswerOf<typeof territory.listCalendars>['items'][number];
const same = (one: Days, other: Days) =>
  [...one.values()].filter((day) => JSON.stringify(other.get(day.date)) !== JSON.stringify(day)).length;

/** One year of a calendar: seen, changed, saved whole. */
export function Year({
  calendar,
  year,
  onYear,
  onSettings,
}: {
  calendar: Calendar;
  year: number;
  onYear: (year: number) => void;
  onSettings: () => void;
}) {
  const t = useTexts('calendars');
  const known = calendar.years.includes(year);
  const [begun, setBegun] = useState(false);
  const [edited, setEdited] = useState<Days | null>(null);
  const [name, setName] = useState('');
  const asked = useCall(territory.readCalendarYear, { params: { id: calendar.id, year } }, { enabled: known });
  const save = useAct(territory.writeCalendarYear, {
    onDone: () => {
      setEdited(null);
      toast(t('saved', { year }));
    },
  });
  const kept: Days = new Map((asked.data?.days ?? []).map((day) => [day.date, day]));
  const days = edited ?? kept;
  const changes = edited ? same(edited, kept) + [...kept.keys()].filter((date) => !edited.has(date)).length : 0;
  const go = async (next: number) => {
    if (changes === 0 || (await confirm({ title: t('leave'), body: t('leaveBody', { year }), action: t('undo'), danger: true })))
      onYear(next);
  };
  const list = [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  return (
    <section className="admin-panel" aria-label={`${calendar.name} ${year}`}>
      <header>
        <div className="admin-bar">
          <button type="button" className="button button-icon" aria-label={t('previous')} onClick={() => void go(year - 1)}>
            <Icon name="back" />
          </button>
          <h2 className="tabular">{year}</h2>
          <button type="button" className="button button-icon" aria-label={t('next')} onClick={() => void go(year + 1)}>
            <Icon name="next" />
          </button>
        </div>
        <button type="button" className="button" onClick={onSettings}>
          <Icon name="settings" />
          {t('settings')}
        </button>
      </header>
      {asked.error ? (
        <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />
      ) : known && asked.isLoading ? (
        <Loading lines={8} />
      ) : !known && !begun ? (
        <Empty title={t('notEntered', { year })} hint={t('notEnteredHint')} icon="calendar">
          <button type="button" className="button button-primary" onClick={() => setBegun(true)}>
            {t('enter', { year })}
          </button>
        </Empty>
      ) : (
        <div className="admin-form">
          <p className="tabular">
            {t('counts', {
              off: list.filter(({ kind }) => kind === 'off').length,
              makeUp: list.filter(({ kind }) => kind === 'make-up').length,
              work: workdays(year, days),
            })}
          </p>
          <div className="admin-two">
            <TextField label={t('name')} hint={t('nameHint')} value={name} onChange={setName} maxLength={60} />
            <div className="calendars-legend">
              <span data-kind="off">{t('legendOff')}</span>
              <span data-kind="make-up">{t('legendMakeUp')}</span>
              <span data-kind="weekend">{t('legendWeekend')}</span>
            </div>
          </div>
          <p className="admin-quiet">{t('hint')}</p>
          <Months year={year} days={days} onToggle={(date) => setEdited(toggled(days, date, name.trim()))} />
          {save.error && <Refused problem={save.error} />}
          <div className="admin-bar calendars-save">
            <button
              type="button"
              className="button button-primary"
              disabled={save.isPending || (known && changes === 0)}
              onClick={() => save.mutate({ params: { id: calendar.id, year }, body: { days: list } })}
            >
              {t('save')}
            </button>
            {changes > 0 && (
              <>
                <button type="button" className="button" onClick={() => setEdited(null)}>
                  {t('undo')}
                </button>
                <span className="admin-quiet">{t('changed', { count: changes })}</span>
              </>
            )}
          </div>
          <details>
            <summary>{t('days')}</summary>
            {list.length === 0 ? (
              <p className="admin-quiet">{t('noDays')}</p>
            ) : (
              <ul className="calendars-days tabular">
                {list.map((day) => (
                  <li key={day.date} data-kind={day.kind}>
                    {day.date} {t(day.kind)} {day.name}
                  </li>
                ))}
              </ul>
            )}
          </details>
        </div>
      )}
    </section>
  );
}

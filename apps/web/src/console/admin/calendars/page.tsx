import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { Year } from './year.tsx';
import '../admin.css';
import './page.css';

const thisYear = () => Number(dayOf(Date.now()).slice(0, 4));

/** Calendars of working time: the statutory one and those of places, a year at a time. */
export default function CalendarsPage() {
  const t = useTexts('calendars');
  const [search, set] = useSearchState();
  const [dialog, setDialog] = useState<'add' | 'settings' | null>(null);
  const list = useCall(territory.listCalendars, {});
  const items = list.data?.items ?? [];
  const calendar = items.find(({ id }) => id === search.calendar) ?? items[0];
  const year = /^(199\d|20\d\d|2100)$/.test(search.year ?? '') ? Number(search.year) : thisYear();
  const lacking = calendar ? [0, 1, 2].map((more) => thisYear() + more).filter((one) => !calendar.years.includes(one)) : [];
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.calendars')}
        meta={t('meta')}
        actions={
          <button type="button" className="button button-primary" onClick={() => setDialog('add')}>
            <Icon name="plus" />
            {t('add')}
          </button>
        }
      />
      {list.error && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <Loading lines={6} />}
      {calendar && (
        <div className="admin-split calendars">
          <nav className="admin-panel admin-aside" aria-label={t('list')}>
            <h2>{t('list')}</h2>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className="calendars-item"
                    aria-current={item.id === calendar.id}
                    onClick={() => set({ calendar: item.id })}
                  >
                    <strong>{item.name}</strong>
                    <span className="admin-sub">
                      {item.areaCode ? `${t('place')} ${item.areaCode}` : t('statutory')} ·{' '}
                      {t('years', { from: item.years[0] ?? '—', to: item.years.at(-1) ?? '—' })}
                    </span>
                    <span className="admin-sub tabular">{item.hours.map((stretch) => stretch.join('–')).join('，')}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            {lacking.length > 0 && (
              <p className="admin-warn calendars-missing">
                <Icon name="warning" />
                {t('missing', { years: lacking.join(t('admin:comma')) })}
              </p>
            )}
            <Year
              key={`${calendar.id} ${year}`}
              calendar={calendar}
              year={year}
              onYear={(next) => set({ year: String(next) })}
              onSettings={() => setDialog('settings')}
            />
          </div>
        </div>
      )}
      {dialog && (
        <CalendarDialog
          calendar={dialog === 'settings' ? calendar : undefined}
          onClose={() => setDialog(null)}
          onSaved={(id) => set({ calendar: id })}
        />
      )}
    </main>
  );
}

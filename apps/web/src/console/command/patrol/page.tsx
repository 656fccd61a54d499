import { useMemo } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useMay } from '../../../shell/session.tsx';
import { Tabs } from '../../admin/tabs.tsx';
import { Book } from './book.tsx';
import { Coverage } from './coverage.tsx';
import { Missed } from './missed.tsx';
import { Plans } from './plans.tsx';
import { Safety } from './safety.tsx';
import './patrol-desk.css';

const tabs = ['coverage', 'missed', 'book', 'safety', 'plans'] as const;
const spans = ['7', '30', '90', '365'] as const;
const Area = pickers.area!;

export interface Asked {
  from: string;
  to: string;
  area?: string;
}

/** Patrols of the areas in one's charge: coverage, what was missed, the book, the ten items and the plans. */
export default function PatrolDesk() {
  const t = useTexts('patrolDesk');
  const may = useMay();
  const [search, set] = useSearchState();
  const shown = may('patrol.read') ? tabs : (['plans'] as const);
  const tab = shown.find((one) => one === search.tab) ?? shown[0]!;
  const span = spans.find((one) => one === search.days) ?? '30';
  const asked = useMemo<Asked>(() => {
    const now = Date.now();
    return {
      from: dayOf(now - (Number(span) - 1) * 86_400_000),
      to: dayOf(now),
      ...(search.area ? { area: search.area } : {}),
    };
  }, [span, search.area]);
  return (
    <main id="main" tabIndex={-1} className="patrol-desk">
      <PageHeader title={t('command:patrol.title')} meta={t('meta')} />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === shown[0] ? undefined : key })}
        tabs={shown.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      <search className="patrol-choices">
        {tab !== 'plans' && (
          <fieldset>
            <legend className="visually-hidden">{t('period')}</legend>
            <div className="pills">
              {spans.map((one) => (
                <label key={one} className="pill">
                  <input type="radio" name="days" checked={one === span} onChange={() => set({ days: one === '30' ? undefined : one })} />
                  {t(`days.${one}`)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="patrol-area">
          <label className="visually-hidden" htmlFor="patrol-area">
            {t('area')}
          </label>
          <Area
            id="patrol-area"
            value={search.area}
            several={false}
            max={undefined}
            invalid={false}
            onChange={(value) => set({ area: value ? String(value) : undefined })}
          />
        </div>
      </search>
      {tab === 'coverage' && <Coverage asked={asked} onArea={(area) => set({ area }, { push: true })} />}
      {tab === 'missed' && <Missed asked={asked} />}
      {tab === 'book' && <Book asked={asked} />}
      {tab === 'safety' && <Safety asked={asked} />}
      {tab === 'plans' && <Plans area={search.area} />}
    </main>
  );
}

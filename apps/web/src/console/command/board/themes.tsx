import { board, type Theme } from '@gongzhi/contract/board';
import { useState } from 'react';
import { Chart } from '../../../kit/chart.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { usePages } from '../../admin/pages.ts';
import { ThemeForm } from './theme-form.tsx';

const percent = (value: number) => `${value > 0 ? '+' : ''}${(value * 100).toFixed(0)}%`;

/** The themes, newest first, each with its steps and what it has changed. */
export function Themes() {
  const t = useTexts('themes');
  const may = useMay();
  const list = usePages(board.themes, { query: {} });
  const [open, setOpen] = useState<Theme | 'new' | null>(null);
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  return (
    <section className="themes" aria-label={t('tab.themes')}>
      {may('theme.edit') && (
        <button type="button" className="button button-primary" onClick={() => setOpen('new')}>
          <Icon name="plus" />
          {t('create')}
        </button>
      )}
      {list.isLoading && <Loading lines={6} />}
      {!list.isLoading && list.rows.length === 0 && <Empty title={t('none')} hint={t('noneHint')} icon="chart" />}
      {list.rows.map((theme) => (
        <article key={theme.id} className="card theme">
          <header>
            <h2>{theme.title}</h2>
            <span className="field-hint">
              {theme.month} · {theme.areaName} · {theme.categoryName} · {t(`state.${theme.state}`)}
            </span>
            {may('theme.edit') && (
              <button type="button" className="button" aria-label={`${theme.title} ${t('steps')}`} onClick={() => setOpen(theme)}>
                <Icon name="edit" />
                {t('steps')}
              </button>
            )}
          </header>
          {theme.why && <p>{theme.why}</p>}
          <p className="field-hint">{t('progress', { done: theme.steps.filter((step) => step.doneOn).length, all: theme.steps.length })}</p>
          <ol className="theme-steps">
            {theme.steps.map((step) => (
              <li key={`${step.dueOn} ${step.text}`} data-done={step.doneOn !== null || undefined}>
                {step.text} <small>{[step.owner, step.dueOn].filter(Boolean).join(' · ')}</small>
              </li>
            ))}
          </ol>
          <ThemeEffect id={theme.id} />
        </article>
      ))}
      {list.more && (
        <button type="button" className="button" disabled={list.isMoreLoading} onClick={list.more}>
          {t('kit:more')}
        </button>
      )}
      {open && <ThemeForm theme={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ThemeEffect({ id }: { id: string }) {
  const t = useTexts('themes');
  const found = useCall(board.theme, { params: { id } });
  if (!found.data) return found.error ? <ErrorState problem={found.error} onRetry={() => void found.refetch()} /> : <Loading lines={3} />;
  const { months, before, after, change } = found.data;
  return (
    <div className="theme-effect">
      <Chart
        label={t('effect')}
        rows={months.map(({ month, reported }) => ({ month, reported }))}
        x={{ key: 'month', label: t('month') }}
        series={[{ key: 'reported', label: t('reported'), kind: 'bar', tone: 'busy' }]}
        height="11rem"
      />
      <p>
        {t('before')} <strong>{before === null ? '—' : Math.round(before)}</strong> · {t('after')}{' '}
        <strong>{after === null ? '—' : Math.round(after)}</strong> · {t('change')}{' '}
        <strong>{change === null ? t('notYet') : percent(change)}</strong>
      </p>
    </div>
  );
}

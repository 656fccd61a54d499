import { grounds, whistleSteps, whistles } from '@gongzhi/contract/whistles';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { DueText } from '../../../kit/due-text.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { usePages } from '../../admin/pages.ts';
import { useCaseKind } from '../../matter/kind.ts';
import { Figure, percent } from '../figure.tsx';
import { BlowDialog } from './blow-dialog.tsx';
import { Groups } from './groups.tsx';

/** Whistles with their figures; every figure opens its rows in the list below. */
export default function WhistlesPage() {
  const t = useTexts('whistles');
  const dates = useDates();
  const may = useMay();
  const kind = useCaseKind('whistle');
  const navigate = useNavigate();
  const [search, set] = useSearchState();
  const [blowing, setBlowing] = useState(false);
  const [from, to] = [search.from && `${search.from}T00:00:00+08:00`, search.to && nextDay(search.to)];
  const { ground, state, late, open, organisation, whistler } = search;
  const list = usePages(whistles.list, {
    query: { ground, state, late, organisation, whistler, open: open === 'true' ? open : undefined, from, to } as never,
  });
  const figures = useCall(whistles.figures, { query: { from, to } }, { enabled: may('figures.read'), keep: true }).data;
  const show = (change: Record<string, string | undefined>) =>
    set({ open: undefined, state: undefined, late: undefined, organisation: undefined, whistler: undefined, ground: undefined, ...change });
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('command:whistles.title')}
        meta={t('meta')}
        actions={
          may('whistle.blow') && (
            <button type="button" className="button button-primary" onClick={() => setBlowing(true)}>
              <Icon name="bell" />
              {t('blow')}
            </button>
          )
        }
      />
      {figures && (
        <section className="command-figures" aria-label={t('figure.title')}>
          <Figure
            label={t('figure.whistles')}
            value={figures.whistles}
            onOpen={() => show({})}
            on={!open && !state && !late && !organisation && !whistler}
          />
          <Figure label={t('figure.problems')} value={figures.problems} note={t('unitsCount', { count: figures.units })} />
          <Figure label={t('figure.open')} value={figures.open} onOpen={() => show({ open: 'true' })} on={open === 'true'} />
          <Figure
            label={t('figure.closing')}
            value={percent(figures.closingRate)}
            onOpen={() => show({ state: 'closed' })}
            on={state === 'closed'}
          />
          {figures.steps.map((step) => (
            <Figure
              key={step.step}
              label={t('figure.step', { step: t(`step.${step.step}`) })}
              value={percent(step.due === 0 ? null : step.inTime / step.due)}
              note={`${t('figure.late', { count: step.late })}${step.medianMinutes === null ? '' : ` · ${t('figure.median', { span: dates.span(step.medianMinutes * 60_000) })}`}`}
              onOpen={() => show({ late: step.step })}
              on={late === step.step}
            />
          ))}
          <Figure
            label={t('figure.responders')}
            value={figures.ratings.responders ?? '—'}
            note={`${t('figure.whistlers')} ${figures.ratings.whistlers ?? '—'}`}
          />
        </section>
      )}
      {figures && <Groups figures={figures} onOpen={show} />}
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          {
            ...{ kind: 'choice' as const, key: 'ground', label: t('filter.ground') },
            options: grounds.map((value) => ({ value, label: t(`ground.${value}`) })),
          },
          {
            ...{ kind: 'choice' as const, key: 'state', label: t('filter.state') },
            options: kind.states.map((row) => ({ value: row.state, label: kind.state(row.state).label })),
          },
          {
            ...{ kind: 'choice' as const, key: 'late', label: t('filter.late') },
            options: whistleSteps.map((value) => ({ value, label: t(`step.${value}`) })),
          },
          { kind: 'days', from: 'from', to: 'to', label: t('filter.days') },
          { kind: 'flag', key: 'open', label: t('filter.open') },
          {
            ...{ kind: 'choice' as const, key: 'organisation', label: t('filter.organisation') },
            options: (figures?.byUnit ?? []).map((row) => ({ value: row.id, label: row.name })),
          },
          {
            ...{ kind: 'choice' as const, key: 'whistler', label: t('column.whistler') },
            options: (figures?.byWhistler ?? []).map((row) => ({ value: row.id, label: row.name })),
          },
        ]}
        first={5}
      />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable
          label={t('list')}
          rows={list.rows}
          rowKey={(row) => row.number}
          loading={list.isLoading}
          onMore={list.more}
          loadingMore={list.isMoreLoading}
          onOpen={(row) => void navigate({ to: '/console/whistles/$number', params: { number: row.number } as never })}
          rowTone={(row) => (row.overdue && !row.closedAt ? 'late' : undefined)}
          empty={<Empty title={t('none')} hint={t('noneHint')} icon="bell" />}
          columns={[
            { key: 'title', title: t('column.title'), width: 320, cell: (row) => row.title },
            {
              key: 'ground',
              title: t('column.ground'),
              width: 130,
              cell: (row) => <Tag tone={row.ground === 'emergency' ? 'red' : 'blue'}>{t(`ground.${row.ground}`)}</Tag>,
            },
            { key: 'whistler', title: t('column.whistler'), width: 130, cell: (row) => row.whistler.name },
            {
              ...{ key: 'units', title: t('column.units'), width: 220 },
              cell: (row) =>
                row.units
                  .filter((unit) => unit.endedAt === null)
                  .map((unit) => unit.organisation.name)
                  .join('、'),
            },
            { key: 'problems', title: t('column.problems'), width: 70, align: 'end', cell: (row) => row.problems },
            {
              ...{ key: 'state', title: t('column.state'), width: 120 },
              cell: (row) => <StateTag tone={kind.state(row.state).tone}>{kind.state(row.state).label}</StateTag>,
            },
            { key: 'due', title: t('column.due'), width: 130, cell: (row) => <DueText dueAt={row.dueAt} endedAt={row.closedAt} /> },
            { key: 'opened', title: t('column.opened'), width: 140, cell: (row) => dates.moment(row.openedAt) },
            { key: 'number', title: t('column.number'), width: 170, cell: (row) => <code>{row.number}</code> },
          ]}
        />
      )}
      {blowing && <BlowDialog onClose={() => setBlowing(false)} />}
    </main>
  );
}

/** The beginning of the day after a day, so that the day itself is counted. */
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString();
}

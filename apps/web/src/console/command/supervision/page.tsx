import { cardStates, grades, supervision } from '@gongzhi/contract/supervision';
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
import { StateTag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { usePages } from '../../admin/pages.ts';
import { Figure, percent } from '../figure.tsx';
import { cardTones, GradeTag } from './grade-tag.tsx';
import { IssueDialog } from './issue-dialog.tsx';

/** Cards with their figures; every figure opens its rows in the list below. */
export default function SupervisionPage() {
  const t = useTexts('supervision');
  const dates = useDates();
  const spoken = useSpoken();
  const may = useMay();
  const navigate = useNavigate();
  const [search, set] = useSearchState();
  const [issuing, setIssuing] = useState(false);
  const { grade, state, open, late, rule, organisation } = search;
  const query = { grade, state, rule, organisation, open: open === 'true' ? open : undefined, late: late === 'true' ? late : undefined };
  const list = usePages(supervision.list, { query: query as never });
  const figures = useCall(supervision.figures, { query: {} }, { enabled: may('case.supervise'), keep: true }).data;
  const show = (change: Record<string, string | undefined>) =>
    set({ grade: undefined, state: undefined, open: undefined, late: undefined, rule: undefined, organisation: undefined, ...change });
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('command:supervision.title')}
        meta={t('meta')}
        actions={
          may('case.supervise') && (
            <button type="button" className="button button-primary" onClick={() => setIssuing(true)}>
              <Icon name="flag" />
              {t('issue')}
            </button>
          )
        }
      />
      {figures && (
        <section className="command-figures" aria-label={t('figure.title')}>
          <Figure label={t('figure.cards')} value={figures.cards} onOpen={() => show({})} on={!grade && !open && !late} />
          <Figure label={t('figure.open')} value={figures.open} onOpen={() => show({ open: 'true' })} on={open === 'true'} />
          <Figure label={t('figure.late')} value={figures.late} onOpen={() => show({ late: 'true' })} on={late === 'true'} />
          <Figure label={t('figure.inTime')} value={percent(figures.repliedInTime)} />
          {figures.byGrade.map((row) => (
            <Figure
              key={row.id}
              label={t(`grade.${row.id as 'red'}`)}
              value={row.cards}
              note={`${t('figure.open')} ${row.open}`}
              onOpen={() => show({ grade: row.id })}
              on={grade === row.id}
            />
          ))}
        </section>
      )}
      {figures && figures.byUnit.length > 0 && (
        <details className="card command-card">
          <summary>{t('byUnit')}</summary>
          <div className="command-scroll">
            <table className="command-table">
              <thead>
                <tr>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col">{t('figure.cards')}</th>
                  <th scope="col">{t('figure.open')}</th>
                  <th scope="col">{t('figure.late')}</th>
                  <th scope="col">{t('red')}</th>
                </tr>
              </thead>
              <tbody>
                {figures.byUnit.slice(0, 30).map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <button type="button" className="button button-quiet" onClick={() => show({ organisation: row.id })}>
                        {row.name}
                      </button>
                    </th>
                    <td>{row.cards}</td>
                    <td>{row.open}</td>
                    <td>{row.late}</td>
                    <td>{row.red}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          {
            kind: 'choice',
            key: 'grade',
            label: t('filter.grade'),
            options: grades.map((value) => ({ value, label: t(`grade.${value}`) })),
          },
          {
            kind: 'choice',
            key: 'state',
            label: t('filter.state'),
            options: cardStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            ...{ kind: 'choice' as const, key: 'rule', label: t('filter.rule') },
            options: (figures?.byRule ?? []).map((row) => ({ value: row.id, label: row.id === 'by-hand' ? t('filter.byHand') : row.name })),
          },
          { kind: 'flag', key: 'open', label: t('filter.open') },
          { kind: 'flag', key: 'late', label: t('filter.late') },
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
          onOpen={(row) => void navigate({ to: '/console/supervision/$number', params: { number: row.number } as never })}
          empty={<Empty title={t('none')} hint={t('noneHint')} icon="flag" />}
          columns={[
            { key: 'grade', title: t('column.grade'), width: 110, cell: (row) => <GradeTag grade={row.grade} /> },
            { key: 'matter', title: t('column.matter'), width: 320, cell: (row) => row.matter.title },
            { key: 'unit', title: t('column.unit'), width: 140, cell: (row) => row.organisation.name },
            { key: 'reason', title: t('column.reason'), width: 200, cell: (row) => (row.rule ? spoken(row.rule.name) : row.reason) },
            {
              ...{ key: 'state', title: t('column.state'), width: 120 },
              cell: (row) => <StateTag tone={cardTones[row.state]}>{t(`state.${row.state}`)}</StateTag>,
            },
            {
              ...{ key: 'reply', title: t('column.reply'), width: 140 },
              cell: (row) => <DueText dueAt={row.replyDue} endedAt={row.repliedAt ?? row.endedAt} />,
            },
            { key: 'issued', title: t('column.issued'), width: 140, cell: (row) => dates.moment(row.issuedAt) },
            { key: 'number', title: t('column.number'), width: 160, cell: (row) => <code>{row.number}</code> },
          ]}
        />
      )}
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </main>
  );
}

import { entryKinds, type PatrolEntry, patrol } from '@gongzhi/contract/patrol';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { usePages } from '../../admin/pages.ts';
import type { Asked } from './page.tsx';

const hour = 3_600_000;

/** Every line of the patrol book, newest first, with what it proved and what came of it. */
export function Book({ asked }: { asked: Asked }) {
  const t = useTexts('patrolDesk');
  const dates = useDates();
  const [search, set] = useSearchState();
  const kind = entryKinds.find((one) => one === search.kind);
  const open = search.open === 'true';
  const list = usePages(patrol.entries, { query: { ...asked, ...(open ? { open: 'true' } : kind ? { kind } : {}) } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  const choose = (next: string | undefined) =>
    set({ kind: next === 'open' ? undefined : next, open: next === 'open' ? 'true' : undefined });
  const words = (row: PatrolEntry) =>
    [
      row.point,
      row.subject,
      row.kind === 'visit' && row.consent === false ? t('entry.silent') : row.text,
      row.failed.length > 0 ? t('entry.failed', { count: row.failed.length }) : null,
      row.files > 0 ? t('entry.photos', { count: row.files }) : null,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <fieldset className="field">
        <legend className="visually-hidden">{t('entry.kinds')}</legend>
        <div className="pills">
          {([undefined, ...entryKinds, 'open'] as const).map((one) => (
            <label key={one ?? 'all'} className="pill">
              <input type="radio" name="kind" checked={one === 'open' ? open : !open && one === kind} onChange={() => choose(one)} />
              {one === undefined ? t('entry.all') : one === 'open' ? t('entry.open') : t(`kind.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <DataTable
        label={t('tab.book')}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.isLoading}
        empty={t('entry.none')}
        onMore={list.more}
        loadingMore={list.isMoreLoading}
        columns={[
          {
            key: 'at',
            title: t('entry.at'),
            width: 190,
            cell: (row) => {
              const late = Date.parse(row.receivedAt) - Date.parse(row.at);
              return (
                <>
                  {dates.moment(row.at)}
                  {late > hour && <small className="patrol-late">{t('entry.late', { span: dates.span(late) })}</small>}
                </>
              );
            },
          },
          { key: 'officer', title: t('entry.officer'), width: 110, cell: (row) => row.officer },
          { key: 'area', title: t('area'), width: 160, cell: (row) => row.areaName },
          { key: 'kind', title: t('entry.kind'), width: 90, cell: (row) => t(`kind.${row.kind}`) },
          { key: 'what', title: t('entry.what'), cell: words },
          {
            key: 'outcome',
            title: t('entry.outcome'),
            width: 200,
            cell: (row) =>
              row.caseNumber ? (
                <Link to="/console/cases/$number" params={{ number: row.caseNumber } as never}>
                  {row.caseNumber}
                </Link>
              ) : row.because ? (
                `${t('entry.notCounted')}：${t(`because.${row.because as 'too-far'}`)}`
              ) : row.solved ? (
                t('solved')
              ) : row.verdict ? (
                t(`verdict.${row.verdict as 'there'}`)
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  );
}

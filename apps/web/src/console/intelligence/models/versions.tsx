import { intelligence, type ModelVersion } from '@gongzhi/contract/intelligence';
import { confirm } from '../../../kit/confirm.tsx';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { Refused } from '../../admin/form-dialog.tsx';

const share = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
const many = 10_000;

/** Versions of the model with the same measures on the same cases; one act puts any of them in force. */
export function Versions() {
  const t = useTexts('learned');
  const dates = useDates();
  const found = useCall(intelligence.models, {}, { refetchInterval: 15_000 });
  const train = useAct(intelligence.train, { onDone: () => toast(t('models.asked')) });
  const use = useAct(intelligence.useModel, { onDone: () => toast(t('models.used')) });
  const verdicts = {
    first: t('models.verdictFirst'),
    better: t('models.verdictBetter'),
    'not-better': t('models.verdictNotBetter'),
    chosen: t('models.verdictChosen'),
  };
  const choose = async (id: string) => {
    if (await confirm({ title: t('models.useTitle'), body: t('models.useBody'), action: t('models.use') })) use.mutate({ params: { id } });
  };
  const figure = (key: 'accuracy' | 'macroF1' | 'ece' | 'coverage' | 'answeredAccuracy', title: string): Column<ModelVersion> => ({
    key,
    title,
    width: 130,
    align: 'end',
    cell: (row) => share(row.measures[key]),
  });
  const columns: Column<ModelVersion>[] = [
    { key: 'at', title: t('models.at'), width: 170, cell: (row) => dates.moment(row.at) },
    {
      key: 'act',
      title: t('models.inForce'),
      width: 110,
      cell: (row) =>
        row.inForce ? (
          <StateTag tone="good">{t('models.inForce')}</StateTag>
        ) : (
          <button type="button" className="button" disabled={use.isPending} onClick={() => void choose(row.id)}>
            {t('models.use')}
          </button>
        ),
    },
    { key: 'rows', title: t('models.rows'), width: 100, align: 'end', cell: (row) => row.rows },
    { key: 'labels', title: t('models.labels'), width: 90, align: 'end', cell: (row) => row.labels },
    figure('accuracy', t('models.accuracy')),
    figure('macroF1', t('models.macroF1')),
    figure('ece', t('models.ece')),
    figure('coverage', t('models.coverage')),
    figure('answeredAccuracy', t('models.answered')),
    { key: 'measured', title: t('models.measured'), width: 110, align: 'end', cell: (row) => row.measures.rows },
    { key: 'verdict', title: t('models.verdict'), width: 190, cell: (row) => verdicts[row.verdict] },
  ];
  const closed = found.data?.closedCases ?? 0;
  return (
    <section className="admin-panel">
      <div className="learned-head">
        <h2>{t('models.title')}</h2>
        <button type="button" className="button button-primary" disabled={train.isPending} onClick={() => train.mutate({})}>
          {t('models.train')}
        </button>
      </div>
      <p className="admin-sub">
        {[
          found.data && (closed >= many ? t('models.closedMany') : t('models.closed', { count: closed })),
          found.data?.training && t('models.training'),
          t('models.how'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {train.error && <Refused problem={train.error} />}
      {use.error && <Refused problem={use.error} />}
      {found.error ? (
        <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <DataTable
          label={t('models.title')}
          columns={columns}
          rows={found.data?.items ?? []}
          rowKey={(row) => row.id}
          loading={found.isLoading}
          empty={<Empty title={t('models.empty')} hint={t('models.emptyHint')} icon="star" />}
        />
      )}
    </section>
  );
}

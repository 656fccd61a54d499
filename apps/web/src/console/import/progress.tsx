import { cases } from '@gongzhi/contract/cases';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { ImportReportView } from '../admin/import-report.tsx';
import { reasonWords } from '../admin/reason-words.ts';

const going = (state: string | undefined) => state === 'waiting' || state === 'running';

/** How far an import is, asked every second while it runs, then its report. */
export function Progress({ id, name, dryRun }: { id: string; name: string; dryRun: boolean }) {
  const t = useTexts('importing');
  const language = useLanguage();
  const client = useQueryClient();
  const job = useCall(cases.readImport, { params: { id } }, { staleTime: 0 });
  const { data } = job;
  const runs = going(data?.state);
  const refetch = job.refetch;
  useEffect(() => {
    if (!runs) {
      void client.invalidateQueries({ queryKey: [cases.listImports.name] });
      return;
    }
    const timer = setInterval(() => void refetch(), 1000);
    return () => clearInterval(timer);
  }, [runs, refetch, client]);
  if (job.error) return <ErrorState problem={job.error} onRetry={() => void job.refetch()} />;
  if (!data) return <Loading lines={2} />;
  const count = data.total ? t('progressOf', { done: data.done, total: data.total }) : t('progress', { done: data.done });
  return (
    <div className="admin-form" aria-live="polite">
      {runs && (
        <div className="import-progress">
          <progress aria-label={t('running')} {...(data.total ? { value: data.done, max: data.total } : {})} />
          <span>
            {t(data.state)} · {count}
          </span>
        </div>
      )}
      {data.state === 'failed' && (
        <p className="admin-refused" role="alert">
          <Icon name="warning" />
          {t('broke', { error: reasonWords(data.error ?? '', language) })}
        </p>
      )}
      {data.state === 'done' && data.report && (
        <>
          <p className="admin-good">
            <Icon name="check" />
            <span>
              {t(dryRun ? 'next' : 'finished')} {!dryRun && <Link to="/console/cases">{t('toCases')}</Link>}
            </span>
          </p>
          <ImportReportView report={data.report} name={name} dryRun={dryRun} />
        </>
      )}
    </div>
  );
}

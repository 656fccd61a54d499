import { useDates } from '../../kit/dates.ts';
import { ErrorState } from '../../kit/error-state.tsx';
import type { ApiProblem } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { CaseLink, CaseState } from '../matter/marks.tsx';
import { useCallerHistory } from './asked.ts';

/** What this caller said before; the name stays masked. */
export function CallerHistory({ phone }: { phone: string }) {
  const t = useTexts('desk');
  const dates = useDates();
  const found = useCallerHistory(phone);
  return (
    <section className="card desk-panel" aria-labelledby="desk-caller" aria-live="polite">
      <h2 id="desk-caller">{t('caller.title')}</h2>
      {found.error && <ErrorState problem={found.error as ApiProblem} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <p className="field-hint">{t('caller.wait')}</p>}
      {found.data?.name && <p>{t('caller.name', { name: found.data.name })}</p>}
      {found.data?.items.length === 0 && <p className="field-hint">{t('caller.none')}</p>}
      <ul>
        {found.data?.items.slice(0, 6).map((row) => (
          <li key={row.number}>
            <CaseLink matter={row} />
            <p className="desk-line">
              <CaseState state={row.state} />
              <small>{dates.ago(row.openedAt)}</small>
              <small>{row.areaName}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

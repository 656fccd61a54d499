import { cases } from '@gongzhi/contract/cases';
import type { MatterSummary } from '@gongzhi/contract/matters';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDates } from '../../kit/dates.ts';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useMay, useSession } from '../../shell/session.tsx';
import { useCaseKind } from '../matter/kind.ts';
import { CaseDue, CaseLink, CaseState } from '../matter/marks.tsx';
import { keepWalk } from '../matter/walk.ts';
import Start from '../start.tsx';
import { tilesOf } from './tiles.ts';
import './page.css';

/** The first page: what burns, what waits for me, what changed. Who has no cases is led to the first page of the own posts. */
export default function WorkbenchPage() {
  const may = useMay();
  return may('case.read') || may('case.handle') ? <Workbench /> : <Start />;
}

function Workbench() {
  const t = useTexts('workbench');
  const dates = useDates();
  const may = useMay();
  const session = useSession();
  const kind = useCaseKind();
  const navigate = useNavigate();
  const found = useCall(cases.workbench, {}, { staleTime: 10_000 });
  const bench = found.data;
  const next = bench?.burning[0] ?? bench?.waiting[0];
  // From here one goes on from case to case in the order of their urgency.
  useEffect(() => {
    const numbers = [...new Set([...(bench?.burning ?? []), ...(bench?.waiting ?? [])].map(({ number }) => number))];
    if (bench) keepWalk({ numbers, back: { to: '/console', search: {} } });
  }, [bench]);
  const openNext = () => next && void navigate({ to: '/console/cases/$number', params: { number: next.number } as never });
  useKeys(t('title'), next ? [{ keys: 'n', label: t('nextKey'), run: openNext }] : []);
  const tiles = tilesOf([...new Set(session?.posts.map(({ organisationId }) => organisationId))]).filter(
    ({ needs }) => !needs || may(needs),
  );
  return (
    <main id="main" tabIndex={-1} className="workbench">
      <PageHeader
        title={t('title')}
        meta={session && t('greeting', { name: session.name, day: dates.day(Date.now()) })}
        actions={
          next && (
            <button type="button" className="button button-primary" onClick={openNext}>
              <Icon name="next" />
              {t('next')} <KeyHint keys="n" />
            </button>
          )
        }
      />
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {bench && (
        <>
          <nav className="workbench-tiles" aria-label={t('counts')}>
            {tiles.map(({ count, tone, to, search }) => (
              <Link
                key={count}
                to={to ?? '/console/cases'}
                search={search as never}
                className={`workbench-tile workbench-tile-${bench.counts[count] > 0 ? tone : 'none'}`}
              >
                <strong>{bench.counts[count]}</strong>
                <span>{t(`count.${count}`)}</span>
              </Link>
            ))}
          </nav>
          <div className="workbench-columns">
            <Rows id="burning" icon="fire" title={t('burning')} none={t('burningNone')} rows={bench.burning} />
            <Rows id="waiting" icon="inbox" title={t('waiting')} none={t('waitingNone')} rows={bench.waiting} />
            <section className="card workbench-card" aria-labelledby="workbench-changed">
              <h2 id="workbench-changed">
                <Icon name="clock" /> {t('changed')}
              </h2>
              {bench.changed.length === 0 && <p className="field-hint">{t('changedNone')}</p>}
              <ul>
                {bench.changed.map((change) => (
                  <li key={`${change.number}${change.at}${change.action}`}>
                    <Link to="/console/cases/$number" params={{ number: change.number } as never}>
                      {change.title}
                    </Link>
                    <p className="workbench-line">
                      <span>
                        {kind.action(change.action)} · {change.actor}
                      </span>
                      <time dateTime={change.at}>{dates.ago(change.at)}</time>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
    </main>
  );
}

interface RowsProps {
  id: string;
  icon: 'fire' | 'inbox';
  title: string;
  none: string;
  rows: readonly MatterSummary[];
}

function Rows({ id, icon, title, none, rows }: RowsProps) {
  return (
    <section className="card workbench-card" aria-labelledby={`workbench-${id}`}>
      <h2 id={`workbench-${id}`}>
        <Icon name={icon} /> {title}
      </h2>
      {rows.length === 0 && <p className="field-hint">{none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.number}>
            <CaseLink matter={row} />
            <p className="workbench-line">
              <CaseState state={row.state} />
              <span>{row.areaName}</span>
              <CaseDue matter={row} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

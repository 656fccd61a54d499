import { matters } from '@gongzhi/contract/matters';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useTitle } from '../../shell/title.ts';
import { UrgencyTag } from '../matter/marks.tsx';
import { useWalk } from '../matter/walk.ts';
import { Acts } from './acts.tsx';
import { Files } from './files.tsx';
import { History } from './history.tsx';
import { Parts } from './parts.tsx';
import { CasePlace } from './place.tsx';
import { Ratings, Related, Results } from './related.tsx';
import { Reporter } from './reporter.tsx';
import { SimilarCases } from './similar.tsx';
import { Standing } from './standing.tsx';
import './page.css';

/** One case: where it stands, what was said, who does what until when, what happened, and what may be done now. */
export default function CasePage() {
  const t = useTexts('case');
  const dates = useDates();
  const number = useParam('number');
  const found = useCall(matters.read, { params: { number } });
  const [joinTo, setJoinTo] = useState<string | null>(null);
  const walk = useWalk(number);
  const navigate = useNavigate();
  const toPrint = () => void navigate({ to: '/console/cases/$number/print', params: { number } as never, search: { now: '1' } as never });
  const matter = found.data;
  useTitle(matter ? `${matter.title} · ${number}` : number);
  const copy = () =>
    void navigator.clipboard?.writeText(number).then(
      () => toast(t('kit:copied')),
      () => toast(number, 'info'),
    );
  const jump = (id: string) => document.getElementById(id)?.scrollIntoView({ behavior: 'smooth', block: 'start' });
  useKeys(t('keys'), [
    { keys: 'y', label: t('copy'), run: copy },
    { keys: 'p', label: t('print'), run: toPrint },
    ...(walk
      ? [
          { keys: 'j', label: t('walk.next'), run: () => walk.go(walk.next) },
          { keys: 'k', label: t('walk.previous'), run: () => walk.go(walk.previous) },
        ]
      : []),
    { keys: 'h', label: t('history.title'), run: () => jump('case-history') },
    { keys: 's', label: t('similar.title'), run: () => jump('case-similar') },
    {
      keys: 'u',
      label: t('back'),
      run: () => (walk ? void navigate({ to: walk.back.to, search: walk.back.search as never }) : history.back()),
    },
  ]);
  const back = (
    <Link to={walk?.back.to ?? '/console/cases'} search={(walk?.back.search ?? {}) as never}>
      {t('back')}
    </Link>
  );
  if (!matter)
    return (
      <main id="main" tabIndex={-1}>
        <PageHeader title={number} back={back} />
        {found.error ? <ErrorState problem={found.error} onRetry={() => void found.refetch()} /> : <Loading lines={8} />}
      </main>
    );
  return (
    <main id="main" tabIndex={-1} className="case">
      <PageHeader
        back={back}
        title={
          <>
            {matter.title} <UrgencyTag urgency={matter.urgency} />
          </>
        }
        meta={
          <span className="case-meta">
            <button type="button" className="case-number" aria-label={`${t('copy')} ${number}`} onClick={copy}>
              {number} <Icon name="copy" size={14} />
            </button>
            <Tag>{t(`matter:channel.${matter.channel}`)}</Tag>
            <Tag tone="blue">{matter.categoryName ?? t('matter:uncategorised')}</Tag>
            {matter.public && <Tag tone="green">{t('matter:onWall')}</Tag>}
            <span>{t('opened', { at: dates.moment(matter.openedAt) })}</span>
            {matter.external && (
              <span>
                {matter.external.source} {matter.external.number}
              </span>
            )}
          </span>
        }
        actions={
          <>
            {walk && (
              <nav className="case-walk" aria-label={t('walk.label')}>
                <button
                  type="button"
                  className="button button-icon"
                  aria-label={t('walk.previous')}
                  disabled={!walk.previous}
                  onClick={() => walk.go(walk.previous)}
                >
                  <Icon name="up" />
                </button>
                <span>{t('walk.at', { at: walk.at, count: walk.count })}</span>
                <button type="button" className="button" disabled={!walk.next} onClick={() => walk.go(walk.next)}>
                  {t('walk.next')} <KeyHint keys="j" />
                </button>
              </nav>
            )}
            <button type="button" className="button" onClick={toPrint}>
              <Icon name="log" />
              {t('print')}
            </button>
          </>
        }
      />
      <div className="case-columns">
        <div className="case-main">
          <section className="card case-card" aria-labelledby="case-body">
            <h2 id="case-body">{t('body')}</h2>
            <p className="case-body">{matter.body}</p>
          </section>
          <Results matter={matter} />
          <Files matter={matter} />
          <Parts matter={matter} />
          <History key={matter.number} matter={matter} />
          <Ratings matter={matter} />
        </div>
        <div className="case-side">
          <Standing matter={matter} />
          <Acts key={matter.number} matter={matter} joinTo={joinTo} onJoinClosed={() => setJoinTo(null)} />
          <Reporter matter={matter} />
          <CasePlace matter={matter} />
          <Related matter={matter} />
          <SimilarCases matter={matter} onJoin={setJoinTo} />
        </div>
      </div>
    </main>
  );
}

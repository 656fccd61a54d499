import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { confirm } from '../../kit/confirm.tsx';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { forgetLink, keptLinks } from '../../resident/links.ts';
import { LoadMore } from '../../resident/load-more.tsx';
import { usePages } from '../../resident/pages.ts';
import { CaseState, isEnded } from '../../resident/state-words.tsx';
import { useTexts } from '../../shell/language.ts';
import { useSession } from '../../shell/session.tsx';
import { useOutbox } from '../outbox/outbox.ts';
import { OutboxList } from '../outbox/outbox-list.tsx';

/** What I reported: on its way, under my telephone, and by links that this phone remembers. */
export default function MinePage() {
  const t = useTexts('mobile');
  const session = useSession();
  const waiting = useOutbox().filter(({ state }) => state !== 'sent').length;
  const [links, setLinks] = useState(keptLinks);
  const signedIn = session?.kind === 'resident';
  const forget = async (number: string) => {
    if (!(await confirm({ title: t('mine.forgetAsk'), body: t('mine.forgetBody'), action: t('mine.forgetDo'), danger: true }))) return;
    forgetLink(number);
    setLinks(keptLinks());
  };
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('mine.title')}</h1>
      <OutboxList />
      {signedIn && <OwnReports />}
      {!signedIn && (
        <p className="mobile-card">
          {t('mine.signIn')}{' '}
          <Link to="/m/sign-in" search={{ back: '/m/mine' } as never} className="button">
            {t('home.signIn')}
          </Link>
        </p>
      )}
      {links.length > 0 && (
        <section aria-labelledby="links-title" className="mobile-list">
          <h2 id="links-title">{t('mine.links')}</h2>
          <p className="field-hint">{t('mine.linksHint')}</p>
          <ul className="mobile-list">
            {links.map((link) => (
              <LinkRow key={link.number} link={link} onForget={() => void forget(link.number)} />
            ))}
          </ul>
        </section>
      )}
      {!signedIn && links.length === 0 && waiting === 0 && (
        <Empty title={t('mine.none')} hint={t('mine.noneHint')} icon="inbox">
          <Link to="/m/report" className="button button-primary">
            {t('mine.report')}
          </Link>
        </Empty>
      )}
    </main>
  );
}

function LinkRow({ link, onForget }: { link: ReturnType<typeof keptLinks>[number]; onForget: () => void }) {
  const t = useTexts('mobile');
  const dates = useDates();
  return (
    <li className="mobile-row">
      <Link to={`/follow/${link.token}`}>
        <strong>{link.title ?? link.number}</strong>
      </Link>
      <span className="mobile-line">
        {link.number} · {t('mine.opened', { at: dates.ago(link.at) })}
        <button
          type="button"
          className="button button-quiet button-icon push"
          aria-label={t('mine.forget', { number: link.number })}
          onClick={onForget}
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  );
}

function OwnReports() {
  const t = useTexts('mobile');
  const dates = useDates();
  const reports = usePages(cases.mine, { query: { limit: 20 } });
  if (!reports.loaded) return reports.error ? <ErrorState problem={reports.error} onRetry={reports.refetch} /> : <Loading lines={6} />;
  if (reports.items.length === 0)
    return (
      <Empty title={t('mine.none')} hint={t('mine.noneHint')} icon="inbox">
        <Link to="/m/report" className="button button-primary">
          {t('mine.report')}
        </Link>
      </Empty>
    );
  return (
    <section aria-labelledby="own-title" className="mobile-list">
      <h2 id="own-title">{t('mine.own')}</h2>
      <ul className="mobile-list">
        {reports.items.map((report) => (
          <li key={report.number}>
            <Link to={`/m/case/${report.number}`} className="mobile-row">
              <strong>{report.title}</strong>
              <span className="mobile-line">
                <CaseState state={report.state} />
                {report.owner}
                {report.mayRate && <Tag tone="amber">{t('mine.rate')}</Tag>}
              </span>
              <span className="mobile-line">
                {t('mine.opened', { at: dates.ago(report.openedAt) })}
                <span className="push">{!isEnded(report.state) && report.dueAt && <DueText dueAt={report.dueAt} />}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore {...reports} />
    </section>
  );
}

import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { RatingForm } from '../../resident/rating-form.tsx';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';

/** The survey behind a one-use link from a text message. */
export default function SurveyPage() {
  const t = useTexts('public');
  const dates = useDates();
  const token = useParam('token');
  const survey = useCall(cases.readSurvey, { params: { token } });
  const answer = useAct(cases.answerSurvey, { stale: [] });
  const about = survey.data;
  const ended = (title: string, hint: string) => (
    <Empty title={title} hint={hint} icon="check">
      <Link to="/wall" className="button">
        {t('survey.wall')}
      </Link>
    </Empty>
  );
  const content = (): ReactNode => {
    if (answer.isSuccess) return <div role="status">{ended(t('survey.done'), t('survey.doneHint'))}</div>;
    if (survey.error)
      return survey.error.status === 404 ? (
        <Empty title={t('follow.wrong')} icon="link" />
      ) : (
        <ErrorState problem={survey.error} onRetry={() => void survey.refetch()} />
      );
    if (!about) return <Loading lines={6} />;
    if (about.used || answer.error?.code === 'survey-used') return ended(t('survey.used'), t('survey.usedHint'));
    return (
      <>
        <div className="public-card">
          <p>
            <strong>{t('survey.about', { title: about.title })}</strong>
          </p>
          {about.owner && <p>{t('survey.owner', { name: about.owner })}</p>}
          {about.result && <p>{t('survey.result', { result: about.result })}</p>}
          <p className="public-line">
            {about.number}
            {about.closedAt && <span>{t('survey.closed', { at: dates.moment(about.closedAt) })}</span>}
          </p>
        </div>
        <div className="public-card">
          <RatingForm busy={answer.isPending} problem={answer.error} onSend={(body) => answer.mutate({ params: { token }, body })} />
        </div>
      </>
    );
  };
  return (
    <main id="main" tabIndex={-1} className="public-narrow">
      <h1 tabIndex={-1}>{t('survey.heading')}</h1>
      {content()}
    </main>
  );
}

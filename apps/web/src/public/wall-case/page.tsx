import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useCategoryName } from '../../resident/category-name.ts';
import { CaseProgress, CaseStory } from '../../resident/followed-case.tsx';
import { PhotoStrip } from '../../resident/photo-strip.tsx';
import { Stars } from '../../resident/rating-form.tsx';
import { CaseState, isEnded, useCaseWords } from '../../resident/state-words.tsx';
import { useParam } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useTitle } from '../../shell/title.ts';
import { CasePlace } from './case-place.tsx';
import { Comments } from './comments.tsx';
import { Concern } from './concern.tsx';
import './wall-case.css';

/** One published case: who answers for it, what is done by when, what came of it, and what neighbours say. */
export default function WallCasePage() {
  const t = useTexts('public');
  const dates = useDates();
  const words = useCaseWords();
  const category = useCategoryName();
  const number = useParam('number');
  const question = useCall(cases.wallCase, { params: { number } });
  const item = question.data;
  useTitle(item?.title ?? t('case.title'));
  const back = (
    <Link to="/wall" className="public-line">
      <Icon name="back" size={16} />
      {t('case.back')}
    </Link>
  );
  if (!item)
    return (
      <main id="main" tabIndex={-1} className="public-narrow">
        {back}
        <h1 tabIndex={-1}>{t('case.title')}</h1>
        {question.error && [400, 404].includes(question.error.status) ? (
          <Empty title={t('case.missing')} hint={t('case.missingHint')} icon="wall" />
        ) : question.error ? (
          <ErrorState problem={question.error} onRetry={() => void question.refetch()} />
        ) : (
          <Loading lines={8} />
        )}
      </main>
    );
  const ended = isEnded(item.state);
  return (
    <main id="main" tabIndex={-1} className="public-narrow">
      {back}
      <article className="wall-case">
        <header className="public-card">
          <div className="public-line">
            <CaseState state={item.state} />
            {item.categoryName && <Tag>{category(item.category, item.categoryName)}</Tag>}
            <code>{item.number}</code>
          </div>
          <h1 tabIndex={-1}>{item.title}</h1>
          <p className="public-line">
            <span>
              <Icon name="pin" size={14} /> {item.areaName}
            </span>
            <span>{t('wall.opened', { at: dates.moment(item.openedAt) })}</span>
          </p>
          <CaseProgress state={item.state} />
          <dl className="facts">
            <div>
              <dt>{t('resident:followed.owner')}</dt>
              <dd>{item.owner ?? t('wall.noOwner')}</dd>
            </div>
            {item.dueAt && (
              <div>
                <dt>{t('wall.due')}</dt>
                <dd>
                  {dates.moment(item.dueAt)} <DueText dueAt={item.dueAt} endedAt={item.closedAt} />
                </dd>
              </div>
            )}
            {item.outcome && ended && (
              <div>
                <dt>{t('resident:followed.outcome')}</dt>
                <dd>{words.outcome(item.outcome)}</dd>
              </div>
            )}
            {item.satisfaction !== null && (
              <div>
                <dt>{t('case.satisfaction')}</dt>
                <dd>
                  <Stars count={item.satisfaction} />
                </dd>
              </div>
            )}
          </dl>
          <Concern number={item.number} likes={item.likes} liked={item.liked} />
        </header>
        {item.measure && (
          <section className="public-card">
            <h2>{t('case.measure')}</h2>
            <p className="wall-case-body">{item.measure}</p>
          </section>
        )}
        <section className="public-card">
          <h2>{t('case.result')}</h2>
          <p className="wall-case-body">{item.result ?? (ended && item.outcome ? words.outcome(item.outcome) : t('case.noResult'))}</p>
        </section>
        {item.photos.length > 0 && (
          <section className="public-card">
            <h2>{t('case.photos')}</h2>
            <PhotoStrip photos={item.photos} />
          </section>
        )}
        <section className="public-card">
          <h2>{t('case.said')}</h2>
          <p className="wall-case-body">{item.body ?? t('case.hidden')}</p>
        </section>
        <section className="public-card">
          <h2>{t('case.story')}</h2>
          <CaseStory story={item.story} />
        </section>
        {item.location && <CasePlace at={item.location} areaCode={item.areaCode} />}
        <Comments number={item.number} comments={item.commentList} />
      </article>
    </main>
  );
}

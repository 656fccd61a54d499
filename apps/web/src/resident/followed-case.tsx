import type { FollowedCase as Followed } from '@gongzhi/contract/cases';
import { useDates } from '../kit/dates.ts';
import { DueText } from '../kit/due-text.tsx';
import { Icon } from '../kit/icon.tsx';
import { Timeline } from '../kit/timeline.tsx';
import { toast } from '../kit/toast.tsx';
import { useTexts } from '../shell/language.ts';
import { reached, steps } from './case-states.ts';
import { FileLinks, PhotoStrip } from './photo-strip.tsx';
import { Stars } from './rating-form.tsx';
import { CaseState, isEnded, toneOf, useCaseWords } from './state-words.tsx';
import './followed-case.css';

/** How far it is, as five steps; nothing for a report that ended beside the way (not accepted, withdrawn …). */
export function CaseProgress({ state }: { state: string }) {
  const t = useTexts('resident');
  const at = reached[state];
  if (at === undefined) return null;
  return (
    <ol className="case-progress" aria-label={t('followed.progress')}>
      {steps.map((step, index) => (
        <li key={step} className={index < at ? 'is-past' : index === at ? 'is-now' : ''} aria-current={index === at ? 'step' : undefined}>
          <span className="case-progress-mark" aria-hidden="true">
            {index < at || (index === at && at === 4) ? <Icon name="check" size={14} /> : index + 1}
          </span>
          {t(`followed.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** The story of a case in words for residents, newest first. */
export function CaseStory({ story }: { story: Followed['story'] }) {
  const t = useTexts('resident');
  const words = useCaseWords();
  return (
    <Timeline
      label={t('followed.story')}
      items={story
        .map((item, index) => ({
          id: index,
          at: item.at,
          title: words.action(item.action),
          by: item.organisation ?? undefined,
          body: item.note ?? undefined,
          tone: toneOf(item.to),
        }))
        .toReversed()}
    />
  );
}

/** A report as its reporter sees it; `children` stand between the state of things and the story: what may be done now. */
export function FollowedCase({ followed, children }: { followed: Followed; children?: React.ReactNode }) {
  const t = useTexts('resident');
  const dates = useDates();
  const words = useCaseWords();
  const photos = followed.files.filter((file) => file.kind === 'photo');
  const others = followed.files.filter((file) => file.kind !== 'photo');
  const own = followed.ratings.filter((rating) => rating.by === 'reporter');
  const copy = () => void navigator.clipboard?.writeText(followed.number).then(() => toast(t('followed.copied')));
  return (
    <article className="followed">
      <header className="followed-head card">
        <div className="followed-line">
          <CaseState state={followed.state} />
          <code className="followed-number">{followed.number}</code>
          {window.isSecureContext && (
            <button type="button" className="button button-quiet button-icon" aria-label={t('followed.copy')} onClick={copy}>
              <Icon name="copy" />
            </button>
          )}
        </div>
        <h1 tabIndex={-1}>{followed.title}</h1>
        <p className="followed-meta">
          {followed.areaName} · {t('followed.opened', { at: dates.moment(followed.openedAt) })}
        </p>
        <CaseProgress state={followed.state} />
        <dl className="facts">
          <div>
            <dt>{t('followed.owner')}</dt>
            <dd>{followed.owner ?? t('followed.noOwner')}</dd>
          </div>
          {followed.dueAt && (
            <div>
              <dt>{t('followed.due')}</dt>
              <dd>
                {dates.moment(followed.dueAt)} <DueText dueAt={followed.dueAt} endedAt={followed.closedAt} />
              </dd>
            </div>
          )}
          {followed.outcome && isEnded(followed.state) && (
            <div>
              <dt>{t('followed.outcome')}</dt>
              <dd>{words.outcome(followed.outcome)}</dd>
            </div>
          )}
        </dl>
        {followed.joinedTo && <p className="hint-box">{t('followed.joined', { number: followed.joinedTo })}</p>}
      </header>
      {children}
      {own.length > 0 && (
        <section className="card followed-part">
          <h2>{t('followed.rated')}</h2>
          {own.map((rating) => (
            <p key={rating.id} className="followed-rating">
              {rating.satisfaction !== null && <Stars count={rating.satisfaction} />}
              {[...rating.reasons, rating.comment].filter(Boolean).join(' · ')}
            </p>
          ))}
        </section>
      )}
      <section className="card followed-part">
        <h2>{t('followed.story')}</h2>
        <CaseStory story={followed.story} />
      </section>
      <section className="card followed-part">
        <h2>{t('followed.said')}</h2>
        <p className="followed-body">{followed.body}</p>
        {followed.address && (
          <p className="followed-meta">
            <Icon name="pin" size={16} /> {followed.address}
          </p>
        )}
      </section>
      {followed.files.length > 0 && (
        <section className="card followed-part">
          <h2>{t('followed.photos')}</h2>
          <PhotoStrip photos={photos} />
          {others.length > 0 && <FileLinks files={others} />}
        </section>
      )}
    </article>
  );
}

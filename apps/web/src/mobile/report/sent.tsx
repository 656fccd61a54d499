import { Link } from '@tanstack/react-router';
import { Icon } from '../../kit/icon.tsx';
import { toast } from '../../kit/toast.tsx';
import { linkAddress } from '../../resident/links.ts';
import { useTexts } from '../../shell/language.ts';
import type { Entry } from '../outbox/entry.ts';

/** After the button: on its way, kept for later, or arrived with its number and the link to follow it. */
export function Sent({ entry, again }: { entry: Entry; again: () => void }) {
  const t = useTexts('report');
  const { answer, route } = entry;
  if (!answer) {
    const kept = entry.state === 'waiting';
    return (
      <section className="mobile-card report-sent" role="status">
        <Icon name={kept ? 'clock' : 'upload'} size={44} />
        <h2>{t(kept ? 'sent.kept' : 'sent.sending')}</h2>
        <p>{t(kept ? 'sent.keptHint' : 'sent.sendingHint')}</p>
        {kept && (
          <>
            <Link to="/m/mine" className="button button-primary button-large button-wide">
              {t('sent.seeWaiting')}
            </Link>
            <button type="button" className="button button-large button-wide" onClick={again}>
              {t('sent.again')}
            </button>
          </>
        )}
      </section>
    );
  }
  const link = answer.followToken ? linkAddress(answer.followToken) : null;
  const copy = () => {
    if (!link) return;
    if (navigator.share) void navigator.share({ title: t('sent.shareTitle', { number: answer.number }), url: link }).catch(() => undefined);
    else void navigator.clipboard?.writeText(link).then(() => toast(t('sent.copied')));
  };
  return (
    <section className="mobile-card report-sent" role="status">
      <span className="report-sent-mark">
        <Icon name="check" size={44} />
      </span>
      <h2>{t('sent.done')}</h2>
      <p>{t('sent.number')}</p>
      <p className="report-number">{answer.number}</p>
      <p>{t('sent.area', { area: answer.areaName })}</p>
      {route === 'case' && (
        <Link to={`/m/task/${answer.number}`} className="button button-primary button-large button-wide">
          {t('sent.openTask')}
        </Link>
      )}
      {answer.followToken && link && (
        <>
          <Link to={`/follow/${answer.followToken}`} className="button button-primary button-large button-wide">
            {t('sent.follow')}
          </Link>
          <p className="field-hint">{t('sent.keep')}</p>
          <code className="report-link">{link}</code>
          {window.isSecureContext && (
            <button type="button" className="button button-large button-wide" onClick={copy}>
              <Icon name="link" />
              {t('sent.share')}
            </button>
          )}
        </>
      )}
      <button type="button" className="button button-large button-wide" onClick={again}>
        {t('sent.again')}
      </button>
    </section>
  );
}

import { identity } from '@gongzhi/contract/identity';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';

/** Asks the server to walk the whole chain, only when the button is pressed: it reads every entry. */
export function Verification() {
  const t = useTexts('audit');
  const asked = useCall(identity.verifyAudit, {}, { enabled: false, staleTime: Number.POSITIVE_INFINITY });
  const found = asked.isFetching ? undefined : asked.data;
  return (
    <section className="admin-panel" aria-label={t('verify')}>
      <div className="admin-bar" aria-live="polite">
        <button type="button" className="button" disabled={asked.isFetching} onClick={() => void asked.refetch()}>
          <Icon name="shield" />
          {t(asked.isFetching ? 'verifying' : 'verify')}
        </button>
        {found?.intact && (
          <p className="admin-good">
            <Icon name="check" />
            {t('intact', { count: found.entries })}
          </p>
        )}
        {found && !found.intact && (
          <p className="admin-refused" role="alert">
            <Icon name="warning" />
            {t('broken', { no: found.firstBroken ?? '?' })}
          </p>
        )}
      </div>
      {asked.error && !asked.isFetching && <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />}
    </section>
  );
}

import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../language.ts';

/** The recovery codes, shown once: to be copied or printed before going on. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTexts('account');
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast(t('factor.copied'));
  };
  return (
    <section className="card account-card" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t('factor.keep')}</h2>
      <p>{t('factor.keepNote')}</p>
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          {t('factor.copy')}
        </button>
        <button type="button" className="button button-primary" onClick={onKept}>
          {t('factor.kept')}
        </button>
      </div>
    </section>
  );
}

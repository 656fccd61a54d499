import { cases } from '@gongzhi/contract/cases';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';
import { Refused } from '../admin/form-dialog.tsx';

/** Contact data behind a stated purpose; shown only while this call is on the page, never kept. */
export function Contact({ number }: { number: string }) {
  const t = useTexts('callBack');
  const may = useMay();
  const [purpose, setPurpose] = useState(t('contact.purposeText'));
  const reveal = useAct(cases.reveal, { stale: [] });
  const found = reveal.data;
  if (!may('contact.reveal')) return null;
  return (
    <section className="call-back-contact" aria-label={t('contact.title')}>
      <h3>{t('contact.title')}</h3>
      {found ? (
        found.phone || found.name || found.address ? (
          <dl className="admin-facts">
            <dt>{t('contact.name')}</dt>
            <dd>{found.name ?? '—'}</dd>
            <dt>{t('contact.phone')}</dt>
            <dd>{found.phone ? <a href={`tel:${found.phone}`}>{found.phone}</a> : '—'}</dd>
            {found.address && (
              <>
                <dt>{t('contact.address')}</dt>
                <dd>{found.address}</dd>
              </>
            )}
          </dl>
        ) : (
          <p>{t('contact.empty')}</p>
        )
      ) : (
        <form
          className="admin-bar"
          onSubmit={(event) => {
            event.preventDefault();
            reveal.mutate({ params: { number }, body: { purpose: purpose.trim() } });
          }}
        >
          <label className="admin-quiet" htmlFor="call-back-purpose">
            {t('contact.purpose')}
          </label>
          <input
            id="call-back-purpose"
            className="input"
            value={purpose}
            minLength={4}
            maxLength={200}
            onChange={(event) => setPurpose(event.target.value)}
          />
          <button type="submit" className="button" disabled={purpose.trim().length < 4 || reveal.isPending}>
            <Icon name="eye" />
            {t('contact.reveal')}
          </button>
          <span className="admin-quiet">{t('contact.masked')}</span>
        </form>
      )}
      {reveal.error && <Refused problem={reveal.error} />}
    </section>
  );
}

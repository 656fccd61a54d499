import { intelligence } from '@gongzhi/contract/intelligence';
import { useState } from 'react';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { LinesField } from '../../admin/fields.tsx';
import { Refused } from '../../admin/form-dialog.tsx';

/** Tries what is found in a text, and how the wall would show it. */
export function Entities() {
  const t = useTexts('learned');
  const [text, setText] = useState('');
  const look = useAct(intelligence.entities, { stale: [] });
  return (
    <section className="admin-panel">
      <h2>{t('entities.title')}</h2>
      <p className="admin-sub">{t('entities.hint')}</p>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          look.mutate({ body: { text } });
        }}
      >
        <LinesField label={t('entities.text')} value={text} onChange={setText} rows={4} maxLength={8000} />
        <div className="admin-bar">
          <button type="submit" className="button" disabled={look.isPending || text.trim() === ''}>
            {t('entities.look')}
          </button>
        </div>
      </form>
      {look.error && <Refused problem={look.error} />}
      {look.data && (
        <div aria-live="polite">
          <h3>{t('entities.found')}</h3>
          {look.data.entities.length === 0 && <p>{t('entities.none')}</p>}
          <ul className="learned-cases">
            {look.data.entities.map((one) => (
              <li key={one.from}>
                <span>
                  {one.text}
                  {one.meant && <span className="admin-sub"> → {one.meant.name}</span>}
                </span>
                <Tag>{t(`entities.kind.${one.kind}`)}</Tag>
              </li>
            ))}
          </ul>
          <h3>{t('entities.redacted')}</h3>
          <p className="learned-words">{look.data.redacted}</p>
        </div>
      )}
    </section>
  );
}

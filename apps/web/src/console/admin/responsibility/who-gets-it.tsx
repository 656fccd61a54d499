import { organisations } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { PickField } from '../fields.tsx';
import { useLimitText } from '../limit-field.tsx';

/** Tries the list out: who would get a case of this category at this place, and which lines were looked for on the way. */
export function WhoGetsIt({ nameOf }: { nameOf: (code: string) => string }) {
  const t = useTexts('duties');
  const limitText = useLimitText();
  const [category, setCategory] = useState('');
  const [area, setArea] = useState('');
  const ready = category !== '' && area !== '';
  const asked = useCall(organisations.whoIsResponsible, { query: { category, area } }, { enabled: ready });
  const found = asked.data?.found;
  return (
    <section className="admin-panel" aria-label={t('who.title')}>
      <h2>{t('who.title')}</h2>
      <p className="admin-quiet">{t('who.hint')}</p>
      <div className="admin-two duties-who">
        <PickField of="category" label={t('who.category')} value={category} onChange={setCategory} />
        <PickField of="area" label={t('who.area')} value={area} onChange={setArea} />
      </div>
      <div aria-live="polite">
        {ready && asked.isLoading && <Loading lines={2} />}
        {ready && asked.error && <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />}
        {ready && asked.data && (
          <div className="duties-answer">
            {found ? (
              <p>
                <strong>{t('who.found', { lead: found.leadName })}</strong>
                <span className="admin-sub">{t('who.line', { category: nameOf(found.category), area: found.areaName })}</span>
                {found.assist.length > 0 && (
                  <span className="admin-sub">
                    {t('who.assist', { names: found.assist.map(({ name }) => name).join(t('admin:comma')) })}
                  </span>
                )}
                <span className="admin-sub">{t('who.limit', { limit: limitText(found.limit ?? asked.data.limit) })}</span>
              </p>
            ) : (
              <p>
                {t('who.none')}
                <span className="admin-sub">{t('who.limit', { limit: limitText(asked.data.limit) })}</span>
              </p>
            )}
            <details>
              <summary>{t('who.tried')}</summary>
              <ol className="duties-tried tabular">
                {asked.data.tried.map((line) => (
                  <li key={`${line.category} ${line.areaCode}`}>
                    {nameOf(line.category)} · {line.areaCode}{' '}
                    {found?.category === line.category && found.areaCode === line.areaCode && <Tag tone="green">{t('who.hit')}</Tag>}
                  </li>
                ))}
              </ol>
            </details>
          </div>
        )}
      </div>
    </section>
  );
}

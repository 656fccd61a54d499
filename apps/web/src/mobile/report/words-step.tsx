import { organisations } from '@gongzhi/contract/organisations';
import { useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { PhotoPicker } from '../../kit/photo-picker.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import type { Drafting } from './draft.ts';

const most = 8000;

/** First step: what it is, in words and pictures. */
export function WordsStep({ drafting, problem, byStaff }: { drafting: Drafting; problem: string | null; byStaff: boolean }) {
  const t = useTexts('report');
  const id = useId();
  const { draft, change, photos } = drafting;
  return (
    <>
      <Field id={`${id}-words`} label={t(byStaff ? 'words.labelStaff' : 'words.label')} hint={t('words.hint')} problem={problem}>
        <textarea
          id={`${id}-words`}
          className="input report-words"
          rows={6}
          maxLength={most}
          placeholder={t('words.example')}
          value={draft.words}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-words-note`}
          onChange={(event) => change({ words: event.target.value })}
        />
      </Field>
      <section aria-label={t('words.photos')}>
        <h2 className="field-label">
          {t('words.photos')} <span className="field-optional">{t('kit:optional')}</span>
        </h2>
        <PhotoPicker photos={photos} />
      </section>
      <CategoryField id={`${id}-category`} value={draft.category} onChange={(category) => change({ category })} />
      {byStaff && (
        <Field id={`${id}-urgency`} label={t('words.urgency')} group>
          <div className="pills">
            {[1, 2, 3].map((urgency) => (
              <label key={urgency} className="pill">
                <input type="radio" name={`${id}-urgency`} checked={draft.urgency === urgency} onChange={() => change({ urgency })} />
                {t(`words.urgency${urgency}`)}
              </label>
            ))}
          </div>
        </Field>
      )}
    </>
  );
}

/** The kind of problem, if somebody knows it; whoever records the case decides. Nothing is shown where the list is out of reach. */
function CategoryField({ id, value, onChange }: { id: string; value: string; onChange: (code: string) => void }) {
  const t = useTexts('report');
  const spoken = useSpoken();
  const categories = (useCall(organisations.listCategories, { query: {} }, { staleTime: 600_000 }).data?.items ?? []).filter(
    ({ active }) => active,
  );
  if (categories.length === 0) return null;
  const heads = categories.filter(({ parent }) => parent === null);
  return (
    <Field id={id} label={t('words.category')} required={false}>
      <select id={id} className="input" value={value} aria-describedby={`${id}-note`} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('words.noCategory')}</option>
        {heads.map((head) => (
          <optgroup key={head.code} label={spoken(head.name)}>
            {categories
              .filter(({ parent }) => parent === head.code)
              .map((category) => (
                <option key={category.code} value={category.code}>
                  {spoken(category.name)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

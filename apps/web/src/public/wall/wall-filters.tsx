import { organisations } from '@gongzhi/contract/organisations';
import { territory } from '@gongzhi/contract/territory';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useCaseWords } from '../../resident/state-words.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

type Values = Record<string, string | undefined>;
const long = { staleTime: 3_600_000 };

/** Area, category and words. A list that cannot be loaded leaves its filter out; the others go on working. */
export function WallFilters({
  values,
  states,
  onChange,
  children,
}: {
  values: Values;
  /** States in which a case can stand on this wall. */
  states: readonly string[];
  onChange: (change: Values) => void;
  children: ReactNode;
}) {
  const t = useTexts('public');
  const spoken = useSpoken();
  const words = useCaseWords();
  const subdistricts = useCall(territory.listAreas, { query: { level: 'subdistrict' } }, long).data?.items ?? [];
  const communities = useCall(territory.listAreas, { query: { level: 'community', limit: 2000 } }, long).data?.items ?? [];
  const categories = (useCall(organisations.listCategories, { query: {} }, long).data?.items ?? []).filter(({ active }) => active);
  const [text, setText] = useState(values.text ?? '');
  useEffect(() => setText(values.text ?? ''), [values.text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ text: text.trim() || undefined });
  };
  return (
    <search className="wall-filters">
      {subdistricts.length > 0 && (
        <select
          className="input"
          aria-label={t('wall.area')}
          value={values.area ?? ''}
          onChange={(event) => onChange({ area: event.target.value || undefined })}
        >
          <option value="">{t('wall.allAreas')}</option>
          {subdistricts.map((above) => (
            <optgroup key={above.code} label={above.name}>
              <option value={above.code}>{t('wall.whole', { name: above.name })}</option>
              {communities
                .filter(({ code }) => code.startsWith(above.code))
                .map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
      {categories.length > 0 && (
        <select
          className="input"
          aria-label={t('wall.category')}
          value={values.category ?? ''}
          onChange={(event) => onChange({ category: event.target.value || undefined })}
        >
          <option value="">{t('wall.allCategories')}</option>
          {categories
            .filter(({ parent }) => parent === null)
            .map((head) => (
              <optgroup key={head.code} label={spoken(head.name)}>
                <option value={head.code}>{t('wall.whole', { name: spoken(head.name) })}</option>
                {categories
                  .filter(({ parent }) => parent === head.code)
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {spoken(name)}
                    </option>
                  ))}
              </optgroup>
            ))}
        </select>
      )}
      <select
        className="input"
        aria-label={t('wall.state')}
        value={values.state ?? ''}
        onChange={(event) => onChange({ state: event.target.value || undefined })}
      >
        <option value="">{t('wall.allStates')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {words.state(state)}
          </option>
        ))}
      </select>
      <form className="wall-search" onSubmit={submit}>
        <input
          className="input"
          type="search"
          enterKeyHint="search"
          maxLength={60}
          aria-label={t('wall.text')}
          placeholder={t('wall.text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button button-icon" aria-label={t('wall.search')}>
          <Icon name="search" />
        </button>
      </form>
      {(values.area || values.category || values.state || values.text) && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onChange({ area: undefined, category: undefined, state: undefined, text: undefined })}
        >
          {t('wall.clear')}
        </button>
      )}
      {children}
    </search>
  );
}

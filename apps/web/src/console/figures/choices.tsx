import { dimensions } from '@gongzhi/contract/cases';
import { useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import type { Dimension } from './drill.ts';
import { type Period, periodNames } from './period.ts';

interface ChoicesProps {
  search: Readonly<Record<string, string | undefined>>;
  set: (change: Record<string, string | undefined>) => void;
  by: Dimension;
  level: string;
  period: Period;
}

/** Period, dimension, level and narrowing of the figures; all of it stands in the address. */
export function Choices({ search, set, by, level, period }: ChoicesProps) {
  const t = useTexts('figures');
  const name = periodNames.find((one) => one === search.period) ?? 'this-month';
  return (
    <search className="figures-choices card" aria-label={t('choices')}>
      <fieldset>
        <legend className="field-label">{t('period.label')}</legend>
        <div className="pills">
          {periodNames.map((one) => (
            <label key={one} className="pill">
              <input
                type="radio"
                name="period"
                checked={name === one}
                onChange={() => set(one === 'custom' ? { period: one, ...period } : { period: one, from: undefined, to: undefined })}
              />
              {t(`period.${one}`)}
            </label>
          ))}
          {name === 'custom' && (
            <>
              <input
                className="input figures-day"
                type="date"
                aria-label={t('period.from')}
                value={period.from}
                onChange={(event) => set({ from: event.target.value || undefined })}
              />
              <input
                className="input figures-day"
                type="date"
                aria-label={t('period.to')}
                value={period.to}
                onChange={(event) => set({ to: event.target.value || undefined })}
              />
            </>
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend className="field-label">{t('by.label')}</legend>
        <div className="pills">
          {dimensions.map((one) => (
            <label key={one} className="pill">
              <input type="radio" name="by" checked={by === one} onChange={() => set({ by: one === 'area' ? undefined : one })} />
              {t(`by.${one}`)}
            </label>
          ))}
          {by === 'area' && (
            <select
              className="input figures-day"
              aria-label={t('level.label')}
              value={level}
              onChange={(event) => set({ level: event.target.value })}
            >
              {(['district', 'subdistrict', 'community', 'grid'] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`level.${one}`)}
                </option>
              ))}
            </select>
          )}
        </div>
      </fieldset>
      <div className="figures-narrow">
        {(['area', 'unit', 'category'] as const).map((one) => {
          const Picker = pickers[one === 'unit' ? 'organisation' : one]!;
          const id = `figures-${one}`;
          return (
            <div key={one} className="field">
              <label className="field-label" htmlFor={id}>
                {t(`narrow.${one}`)}
              </label>
              <Picker
                id={id}
                value={search[one]}
                several={false}
                max={1}
                invalid={false}
                onChange={(value) => set({ [one]: value as string | undefined })}
              />
            </div>
          );
        })}
      </div>
    </search>
  );
}

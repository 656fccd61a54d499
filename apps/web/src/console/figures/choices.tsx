import { dimensions } from '@gongzhi/contract/cases';
import { Choice } from '../../kit/pills.tsx';
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
      <Choice
        name="period"
        className="figures-choice"
        label={t('period.label')}
        value={name}
        onChange={(one) => set(one === 'custom' ? { period: one, ...period } : { period: one, from: undefined, to: undefined })}
        options={periodNames.map((one) => ({ value: one, label: t(`period.${one}`) }))}
      >
        {name === 'custom' &&
          (['from', 'to'] as const).map((edge) => (
            <input
              key={edge}
              className="input figures-day"
              type="date"
              aria-label={t(`period.${edge}`)}
              value={period[edge]}
              onChange={(event) => set({ [edge]: event.target.value || undefined })}
            />
          ))}
      </Choice>
      <Choice
        name="by"
        className="figures-choice"
        label={t('by.label')}
        value={by}
        onChange={(one) => set({ by: one === 'area' ? undefined : one })}
        options={dimensions.map((one) => ({ value: one, label: t(`by.${one}`) }))}
      >
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
      </Choice>
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

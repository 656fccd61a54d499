import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { MapView } from '../../kit/map-view.tsx';
import type { PickerProps, Pickers } from '../../kit/schema-form/field-input.tsx';
import { useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { useDistrict } from './district.ts';
import { limitUnits } from './limit.ts';

/** A length of time; empty means: by the responsibility list. */
function LimitPicker({ id, value, onChange, invalid }: PickerProps) {
  const t = useTexts('matter');
  const limit = (value ?? {}) as { amount?: number; unit?: string };
  const [amount, setAmount] = useState(limit.amount === undefined ? '' : String(limit.amount));
  const [unit, setUnit] = useState(limit.unit ?? 'working-day');
  const say = (nextAmount: string, nextUnit: string) => {
    setAmount(nextAmount);
    setUnit(nextUnit);
    const number = Number(nextAmount);
    onChange(nextAmount.trim() === '' ? undefined : { amount: Number.isFinite(number) ? number : nextAmount, unit: nextUnit });
  };
  return (
    <span className="act-limit">
      <input
        id={id}
        className="input"
        inputMode="decimal"
        aria-label={t('limitAmount')}
        aria-invalid={invalid}
        value={amount}
        onChange={(event) => say(event.target.value, unit)}
      />
      <select className="input" aria-label={t('limitUnit')} value={unit} onChange={(event) => say(amount, event.target.value)}>
        {limitUnits.map((one) => (
          <option key={one} value={one}>
            {t(`unit.${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Five grades, or none. */
function StarsPicker({ id, value, onChange }: PickerProps) {
  const t = useTexts('matter');
  return (
    <span className="pills" role="radiogroup" id={id}>
      {[undefined, 1, 2, 3, 4, 5].map((grade) => (
        <label key={grade ?? 0} className="pill">
          <input type="radio" name={id} checked={value === grade} onChange={() => onChange(grade)} />
          {grade === undefined ? t('stars.none') : t('stars.of', { count: grade })}
        </label>
      ))}
    </span>
  );
}

/** A point on the map. */
function PlacePicker({ id, value, onChange }: PickerProps) {
  const t = useTexts('matter');
  const place = value as { longitude: number; latitude: number } | undefined;
  const { bounds, layers } = useDistrict();
  const put = (at: { longitude: number; latitude: number }) =>
    onChange({ longitude: Number(at.longitude.toFixed(6)), latitude: Number(at.latitude.toFixed(6)) });
  return (
    <div id={id} className="act-place">
      <MapView
        label={t('place.map')}
        height="14rem"
        layers={layers}
        bounds={place ? undefined : bounds}
        marker={place ? { ...place, onMove: put } : undefined}
        onClick={put}
      />
      <span className="field-hint">{place ? t('place.at', place) : t('place.none')}</span>
      {place && (
        <button type="button" className="button button-quiet" onClick={() => onChange(undefined)}>
          <Icon name="close" />
          {t('place.clear')}
        </button>
      )}
    </div>
  );
}

/** What the forms of acts choose from in the console: units, areas, categories, cases, limits, places and grades. */
export const actPickers: Pickers = { ...pickers, limit: LimitPicker, place: PlacePicker, stars: StarsPicker };

import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';

/** Five grades as stars, each a radio button with its words; 0 is not said. */
export function Stars({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useTexts('callBack');
  return (
    <fieldset className="field">
      <legend className="field-label">{t('satisfaction')}</legend>
      <div className="call-back-stars">
        {[1, 2, 3, 4, 5].map((count) => (
          <label key={count} data-on={count <= value} title={t(`grade.${count}`)}>
            <input
              type="radio"
              name="satisfaction"
              aria-label={`${t('star', { count })} ${t(`grade.${count}`)}`}
              checked={value === count}
              onChange={() => onChange(count)}
            />
            <Icon name="star" size={28} />
          </label>
        ))}
        <span>{value ? t(`grade.${value}`) : t('unsaid')}</span>
        {value > 0 && (
          <button type="button" className="button button-quiet" onClick={() => onChange(0)}>
            {t('kit:clear')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

import { changeAppearance, type Density, type Scheme, useAppearance } from '../kit/appearance.ts';
import { Icon } from '../kit/icon.tsx';
import { Popover } from '../kit/popover.tsx';
import { useTexts } from './language.ts';

const schemes: readonly Scheme[] = ['system', 'light', 'dark'];
const densities: readonly Density[] = ['comfortable', 'compact'];

export function AppearanceMenu() {
  const t = useTexts('shell');
  const { scheme, density, isDark } = useAppearance();
  return (
    <Popover label={t('appearance.title')} className="button button-quiet button-icon" button={<Icon name={isDark ? 'moon' : 'sun'} />}>
      {() => (
        <>
          <fieldset>
            <legend>{t('appearance.title')}</legend>
            <div className="pills">
              {schemes.map((item) => (
                <label key={item} className="pill">
                  <input type="radio" name="scheme" checked={scheme === item} onChange={() => changeAppearance({ scheme: item })} />
                  {t(`appearance.${item}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend>{t('appearance.density')}</legend>
            <div className="pills">
              {densities.map((item) => (
                <label key={item} className="pill">
                  <input type="radio" name="density" checked={density === item} onChange={() => changeAppearance({ density: item })} />
                  {t(`appearance.${item}`)}
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Popover>
  );
}

import { Popover } from '../../kit/popover.tsx';
import { useTexts } from '../../shell/language.ts';
import { Part } from './page.tsx';

const sizes = ['3xl', '2xl', 'xl', 'l', 'm', 's', 'xs'] as const;
const colours = ['blue', 'green', 'amber', 'red', 'violet', 'grey', 'party', 'brand'] as const;

/** Letters, colours with their meaning, running text, and what stands beside it. */
export function Words() {
  const t = useTexts('kitPage');
  return (
    <>
      <Part name="--text-*" plain>
        {sizes.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})`, lineHeight: 1.4 }}>
            {t('sample')} <code>{size}</code>
          </p>
        ))}
      </Part>
      <Part name="--blue … --brand" plain>
        <ul className="kit-page-colours">
          {colours.map((colour) => (
            <li key={colour} style={{ background: `var(--${colour}-wash)`, color: `var(--${colour})` }}>
              <strong>{t(`colour.${colour}`)}</strong>
              <code>{colour}</code>
            </li>
          ))}
        </ul>
      </Part>
      <Part name="prose" plain>
        <p className="prose">{t('prose')}</p>
      </Part>
      <Part name="Popover" plain>
        <Popover label={t('popover')} className="button" button={t('popover')}>
          {(close) => (
            <div className="kit-page-popover">
              <p>{t('notice')}</p>
              <button type="button" className="button" onClick={close}>
                {t('done')}
              </button>
            </div>
          )}
        </Popover>
      </Part>
    </>
  );
}

import { layerThemes } from '@gongzhi/contract/layer-themes';
import type { Layer } from '@gongzhi/contract/layers';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../kit/icon.tsx';
import { Popover } from '../../kit/popover.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useMay } from '../../shell/session.tsx';
import { unitsLayer } from './facility-layers.ts';

/** Which layers lie on the map. */
export function LayerChooser({
  offered,
  chosen,
  onChange,
}: {
  offered: readonly Layer[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const t = useTexts('map');
  const spoken = useSpoken();
  const may = useMay();
  const rows = [
    { id: unitsLayer, tone: 'violet', sign: t('layers.unitSign'), name: t('layers.units'), hint: '' },
    ...offered
      .filter(({ shown }) => shown)
      .map((layer) => ({
        id: layer.id,
        tone: layerThemes[layer.theme].tone,
        sign: spoken(layerThemes[layer.theme].sign),
        name: layer.name,
        hint: t('layers.count', { theme: spoken(layerThemes[layer.theme]), count: layer.facilities }),
      })),
  ];
  const on = chosen.length;
  return (
    <Popover
      label={t('layers.title')}
      className="button"
      button={
        <>
          <Icon name="parts" />
          {t('layers.title')}
          {on > 0 && <span className="filter-bar-count">{on}</span>}
        </>
      }
    >
      {() => (
        <div className="map-layers">
          <ul>
            {rows.map(({ id, tone, sign, name, hint }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
                  />
                  <span className="map-sign" data-tone={tone} aria-hidden="true">
                    {sign}
                  </span>
                  <span>
                    {name}
                    {hint && <small>{hint}</small>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {rows.length === 1 && <p className="field-hint">{t('layers.none')}</p>}
          {may('area.edit') && (
            <Link className="button button-quiet" to={'/console/admin/layers' as never}>
              <Icon name="settings" />
              {t('layers.edit')}
            </Link>
          )}
        </div>
      )}
    </Popover>
  );
}

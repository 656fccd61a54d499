import { layerThemes } from '@gongzhi/contract/layer-themes';
import type { Layer } from '@gongzhi/contract/layers';
import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { addressOf } from '../../../shell/api.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { CoordinatesField, type System } from '../coordinates-field.tsx';
import { TableImport } from '../table-import.tsx';

/** Facilities of a layer from GeoJSON or a table. */
export function ImportFacilities({ layer, onClose }: { layer: Layer; onClose: () => void }) {
  const t = useTexts('layers');
  const spoken = useSpoken();
  const [system, setSystem] = useState<System>('wgs84');
  const [replace, setReplace] = useState(false);
  const usual = Object.values(layerThemes[layer.theme].attributes).map(spoken).join(t('admin:comma'));
  return (
    <TableImport
      title={t('import.title', { name: layer.name })}
      label={t('import.file')}
      hint={t('import.hint')}
      accept=".geojson,.json,.csv,.xlsx,application/geo+json,text/csv"
      addressOf={(dryRun) =>
        addressOf(territory.importFacilities, { params: { id: layer.id }, query: { dryRun, system, replace: replace ? 'true' : 'false' } })
      }
      stale="territory."
      onClose={onClose}
      choices={
        <>
          <p className="admin-quiet">{t('import.columns', { usual })}</p>
          <CoordinatesField label={t('import.system')} value={system} onChange={setSystem} />
          <label className="pill">
            <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.target.checked)} />
            {t('import.replace')}
          </label>
        </>
      }
    />
  );
}

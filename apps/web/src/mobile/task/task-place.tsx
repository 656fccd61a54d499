import type { MatterDetail } from '@gongzhi/contract/matters';
import { territory } from '@gongzhi/contract/territory';
import { useMemo, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { WhenSeen } from '../../kit/when-seen.tsx';
import { distanceText, metresBetween, type Position, usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** Where it is: the areas above it, the address, the grid on a map, and how far from here. */
export function TaskPlace({ task }: { task: MatterDetail }) {
  const t = useTexts('tasks');
  const [here, setHere] = useState<Position | null>(null);
  const position = usePosition(setHere);
  const { location } = task;
  const grids = useCall(
    territory.boundaries,
    { query: { under: task.areaCode.slice(0, 12), level: 'grid' } },
    { enabled: location !== null && task.areaCode.length >= 12, staleTime: 3_600_000 },
  );
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'grids',
        kind: 'area',
        label: 'name',
        ...(grids.data ? { data: grids.data as GeoJSON.FeatureCollection } : {}),
        selected: { property: 'code', value: task.areaCode },
      },
    ],
    [grids.data, task.areaCode],
  );
  return (
    <section className="mobile-card mobile-list">
      <h2>{t('place')}</h2>
      <p>
        {task.areas.map(({ name }) => name).join(' · ')}
        {task.address && (
          <>
            <br />
            {task.address}
          </>
        )}
      </p>
      {location && (
        <>
          <WhenSeen height="14rem">
            <MapView label={t('map')} height="14rem" layers={layers} centre={location} marker={location} />
          </WhenSeen>
          <button type="button" className="button" disabled={position.asking} onClick={position.ask}>
            <Icon name="target" />
            {here ? t('away', { distance: distanceText(metresBetween(here, location)) }) : t(position.asking ? 'locating' : 'distance')}
          </button>
          {position.problem && (
            <p className="field-problem" role="alert">
              {position.problem}
            </p>
          )}
        </>
      )}
    </section>
  );
}

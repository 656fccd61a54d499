import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { boundsOf } from '../../kit/map/layer.ts';
import { MapView } from '../../kit/map-view.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useDistrict } from '../matter/district.ts';
import type { Draft } from './draft.ts';

const fine = (degrees: number) => Number(degrees.toFixed(6));

/** The point of the case on a small map, and the grid in which it lies. */
export function PlaceField({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const t = useTexts('desk');
  const { layers, bounds } = useDistrict();
  const located = useCall(
    territory.locate,
    { query: draft.place ?? { longitude: 0, latitude: 0 } },
    { enabled: draft.place !== null, keep: true },
  );
  const area = useCall(
    territory.readArea,
    { params: { code: draft.areaCode ?? '' } },
    { enabled: draft.place === null && draft.areaCode !== null, staleTime: 600_000 },
  );
  // An area that was chosen by name is shown whole, so that the point can be set in it.
  const boundary = draft.place === null && draft.areaCode !== null ? area.data?.boundary : null;
  const within = useMemo(
    () =>
      boundary
        ? boundsOf([{ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: boundary as GeoJSON.Geometry }] }])
        : null,
    [boundary],
  );
  const put = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    change({ place: { longitude: fine(longitude), latitude: fine(latitude) }, areaCode: null });
  const names = draft.place
    ? (located.data?.areas ?? []).toSorted((a, b) => a.code.length - b.code.length).map(({ name }) => name)
    : area.data && draft.areaCode
      ? [...area.data.ancestors.map(({ name }) => name), area.data.name]
      : [];
  const outside = draft.place !== null && located.data !== undefined && located.data.areas.length === 0 && !located.isFetching;
  return (
    <section className="card desk-panel" aria-labelledby="desk-place">
      <h2 id="desk-place">{t('place.title')}</h2>
      <MapView
        label={t('place.map')}
        height="12rem"
        layers={layers}
        bounds={draft.place ? undefined : (within ?? bounds)}
        centre={draft.place ?? undefined}
        marker={draft.place ? { ...draft.place, onMove: put } : undefined}
        onClick={put}
      />
      <p className={outside ? 'field-problem' : 'field-hint'} role="status">
        {outside ? t('place.outside') : names.length > 0 ? t('place.grid', { names: names.join(' › ') }) : t('place.none')}
        {draft.place && (
          <button type="button" className="button button-quiet" onClick={() => change({ place: null })}>
            {t('place.clear')}
          </button>
        )}
      </p>
    </section>
  );
}

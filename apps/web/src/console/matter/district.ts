import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { boundsOf } from '../../kit/map/layer.ts';
import type { MapLayer } from '../../kit/map-view.tsx';
import { useCall } from '../../shell/query.ts';

/** Outlines of the subdistricts as the ground of every small map, and the box around them. */
export function useDistrict(): { bounds: [number, number, number, number] | undefined; layers: readonly MapLayer[] } {
  const found = useCall(territory.boundaries, { query: { level: 'subdistrict' } }, { staleTime: 3_600_000 });
  return useMemo(() => {
    const data = found.data as unknown as GeoJSON.FeatureCollection | undefined;
    return {
      bounds: (data && boundsOf([data])) ?? undefined,
      layers: data ? [{ id: 'subdistricts', kind: 'area' as const, data, colour: 'wait' as const, label: 'name' }] : [],
    };
  }, [found.data]);
}

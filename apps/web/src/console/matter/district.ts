import { territory } from '@gongzhi/contract/territory';
import { useMemo } from 'react';
import { boundsOf } from '../../kit/map/layer.ts';
import type { MapLayer } from '../../kit/map-view.tsx';
import { useCall } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

/** Code of the largest area that the person's posts lie in; undefined before the session is known. */
const ownOf = (posts: readonly { areaCode: string }[]): string | undefined =>
  posts.map(({ areaCode }) => areaCode).sort((one, other) => one.length - other.length)[0];

/** Outlines of the subdistricts as the ground of every small map, and the box of the person's own area, or around them all. */
export function useDistrict(): { bounds: [number, number, number, number] | undefined; layers: readonly MapLayer[] } {
  const found = useCall(territory.boundaries, { query: { level: 'subdistrict' } }, { staleTime: 3_600_000 });
  const code = ownOf(useSession()?.posts ?? []);
  const own = useCall(
    territory.readArea,
    { params: { code: code ?? '' } },
    { enabled: (code?.length ?? 0) > 6, staleTime: 3_600_000 },
  ).data;
  return useMemo(() => {
    const data = found.data as unknown as GeoJSON.FeatureCollection | undefined;
    const around = own?.boundary
      ? ({
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties: {}, geometry: own.boundary }],
        } as GeoJSON.FeatureCollection)
      : null;
    return {
      bounds: (around && boundsOf([around])) ?? (data && boundsOf([data])) ?? undefined,
      layers: data ? [{ id: 'subdistricts', kind: 'area' as const, data, colour: 'wait' as const, label: 'name' }] : [],
    };
  }, [found.data, own]);
}

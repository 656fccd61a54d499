import { territory } from '@gongzhi/contract/territory';
import type { Position } from '../../resident/position.ts';
import { useCall } from '../../shell/query.ts';

const levels = ['district', 'subdistrict', 'community', 'grid'];

/** The areas at a point, the largest first; `outside` once it is known that there are none. Without a network neither is known. */
export function useLocated(place: Position | null) {
  const answer = useCall(
    territory.locate,
    { query: { longitude: place?.longitude ?? 0, latitude: place?.latitude ?? 0 } },
    { enabled: place !== null, staleTime: 600_000 },
  );
  const areas =
    (place && answer.data?.areas.filter(({ level }) => levels.includes(level)).toSorted((a, b) => a.code.length - b.code.length)) || [];
  return { areas, outside: place !== null && answer.data !== undefined && areas.length === 0, loading: answer.isLoading };
}

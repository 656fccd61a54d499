import type { QueryOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import { fieldProblem } from '@gongzhi/platform/problems';
import type { Ground } from '../context.ts';
import { selectFeatures } from '../store/select-boundaries.ts';

/** More boundaries than a map can show at once; anybody may ask, so the answer has an end. */
const most = 20_000;

/** A GeoJSON collection as text. Refuses what would be more than 20,000 boundaries. */
export async function boundaryCollection(ground: Ground, query: QueryOf<typeof territory.boundaries>): Promise<string> {
  const features = await selectFeatures(ground.database, { ...query, limit: most + 1 });
  if (features.length > most) throw fieldProblem('query.under', `more than ${most} boundaries`, 'an area or a level with fewer');
  return `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
}

import { drawDistrict } from '../map/draw.ts';
import { ringAround } from '../map/mesh.ts';
import { centroid, isInside } from '../map/plane.ts';
import { type Position, toPosition } from '../map/projection.ts';
import { createSampler, samplePoint } from '../map/sampling.ts';
import type { Random } from '../random.ts';
import type { AreaRow, GridPlace, WaterFeature } from './area-row.ts';
import { inReadingOrder, threeDigits } from './numbering.ts';
import { communityStems, districtName, lakeName, riverName, townCommunities, villageStems } from './place-names.ts';
import { namePlaces } from './places.ts';

/** Province code 99 is not assigned in GB/T 2260, so no real area and no real unit can carry a code under it. */
export const DISTRICT = '990106';

const VALID_FROM = '2021-01-01';

export interface District {
  areas: AreaRow[];
  places: GridPlace[];
  water: WaterFeature[];
}

/** Draws, numbers and names the invented district: 1 district, 13 subdistricts and towns, 86 communities and villages, 620 grids. */
export function createDistrict(random: Random): District {
  const { mesh, subdistricts, river, lake } = drawDistrict(random);
  const positions = mesh.points.map(toPosition);
  const areas: AreaRow[] = [];
  const grids: Omit<GridPlace, 'compounds' | 'roads' | 'weight' | 'shores'>[] = [];
  const middleOf = (faces: number[]) => centroid(ringAround(mesh, faces).map((vertex) => mesh.points[vertex]!));
  const add = (row: Omit<AreaRow, 'boundary' | 'center' | 'validFrom'>, faces: number[]) => {
    const ring = ringAround(mesh, faces).map((vertex) => positions[vertex]!);
    areas.push({ ...row, validFrom: VALID_FROM, boundary: polygon(ring), center: pointInside(ring, toPosition(middleOf(faces)), random) });
    return ring;
  };

  add(
    { code: DISTRICT, name: districtName, level: 'district', type: null, parentCode: null },
    subdistricts.flatMap((s) => s.communities.flat()),
  );
  const stems = { urban: [...communityStems], villages: [...villageStems] };
  const next = { subdistrict: 1, town: 100 };
  for (const { plan, communities } of inReadingOrder(subdistricts, (s) => middleOf(s.communities.flat()), 2200)) {
    const type = plan.town ? 'town' : 'subdistrict';
    const subdistrictCode = DISTRICT + threeDigits(next[type]++);
    const shortName = plan.name.replace(/街道|镇/, '');
    add({ code: subdistrictCode, name: plan.name, level: 'subdistrict', type, parentCode: DISTRICT }, communities.flat());
    let [communityNumber, villageNumber] = [1, 201];
    for (const [i, faces] of inReadingOrder(communities, middleOf, plan.town ? 1100 : 700).entries()) {
      const village = plan.town && i >= 2;
      const name = plan.town
        ? village
          ? `${stems.villages.shift()}村`
          : `${shortName}${townCommunities[i]}社区`
        : `${stems.urban.shift()}社区`;
      const communityCode = subdistrictCode + threeDigits(village ? villageNumber++ : communityNumber++);
      add({ code: communityCode, name, level: 'community', type: village ? 'village' : 'community', parentCode: subdistrictCode }, faces);
      const ordered = inReadingOrder(faces, (face) => middleOf([face]), plan.town ? 380 : 240);
      for (const [number, face] of ordered.entries()) {
        const code = communityCode + threeDigits(number + 1);
        const ring = add({ code, name: `${name}第${number + 1}网格`, level: 'grid', type: null, parentCode: communityCode }, [face]);
        const names = { communityName: name, subdistrictName: plan.name };
        grids.push({ code, communityCode, subdistrictCode, ...names, rural: village, sampler: createSampler(ring) });
      }
    }
  }
  const water: WaterFeature[] = [
    { name: riverName, kind: 'river', boundary: polygon(river.map(toPosition)) },
    { name: lakeName, kind: 'lake', boundary: polygon(lake.map(toPosition)) },
  ];
  return { areas, places: namePlaces(grids, water, random), water };
}

function polygon(ring: Position[]): AreaRow['boundary'] {
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(([longitude, latitude]) => [longitude, latitude])] };
}

function pointInside(ring: Position[], middle: Position, random: Random): Position {
  return isInside(ring, middle[0], middle[1]) ? middle : samplePoint(createSampler(ring), random);
}

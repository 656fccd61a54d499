import type { AnswerOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import type { Connection } from '@gongzhi/platform/database';

type Flaw = AnswerOf<typeof territory.checkBoundaries>['items'][number];

// Broken outlines are told as such and mended for the other comparisons, so that one of them does not hide the rest.
const sound = (boundary: string) =>
  `case when st_isvalid(${boundary}) then ${boundary} else st_multi(st_collectionextract(st_makevalid(${boundary}), 3)) end`;

/**
 * Where the children of areas leave gaps in their parent, overlap, stand outside of it or have no sound boundary; gaps, overlaps
 * and what stands outside only above `tolerance` square metres. `deep` looks below every area under the code.
 * Areas without children have no flaws.
 */
export async function selectFlaws(connection: Connection, code: string, tolerance: number, deep: boolean): Promise<Flaw[]> {
  const rows = await connection.query<{ kind: Flaw['kind']; areas: string[]; square_metres: number; geometry: unknown }>(
    `with child as materialized (
       select code, parent, boundary from territory.area
       where valid_to is null and code >= $1 and code < $1 || ':' and code <> $1 and ($3::boolean or parent = $1)
         and parent >= $1 and parent < $1 || ':'
     ), parent as materialized (
       select code, boundary from territory.area where valid_to is null and code in (select parent from child)
     ), surface as materialized (
       select code, parent, ${sound('boundary')} as boundary from child where boundary is not null
     ), outline as materialized (
       select code, ${sound('boundary')} as boundary from parent where boundary is not null
     ), piece as (
       select 'overlap' as kind, array[one.code, other.code] as areas, shape.geometry
       from surface as one join surface as other on one.parent = other.parent and one.code < other.code and one.boundary && other.boundary
       cross join lateral (select st_collectionextract(st_intersection(one.boundary, other.boundary), 3) as geometry offset 0) as shape
       union all
       select 'outside', array[surface.code, outline.code], shape.geometry
       from surface join outline on outline.code = surface.parent
       cross join lateral (select st_collectionextract(st_difference(surface.boundary, outline.boundary), 3) as geometry offset 0) as shape
       union all
       select 'gap', array[outline.code] || coalesce((
           select array_agg(beside.code order by beside.code) from surface as beside
           where beside.parent = outline.code and st_intersects(beside.boundary, hole.geom)), '{}'), hole.geom
       from outline
       cross join lateral (select st_union(surface.boundary) as boundary from surface where surface.parent = outline.code) as covered
       cross join lateral st_dump(st_collectionextract(st_difference(outline.boundary, covered.boundary), 3)) as hole
     ), measured as (
       select kind, areas, st_area(geometry::geography) as square_metres, geometry from piece where not st_isempty(geometry)
     )
     select kind, areas, square_metres, st_asgeojson(geometry, 7)::json as geometry from measured where square_metres > $2
     union all
     select 'missing-boundary', array[code], 0, null from (select code, boundary from child union all select code, boundary from parent
       where code = $1) as listed where boundary is null
     union all
     select 'invalid', array[code], coalesce(st_area(st_makevalid(boundary)::geography), 0), st_asgeojson(boundary, 7)::json
     from (select code, boundary from child union all select code, boundary from parent where code = $1) as listed
     where boundary is not null and not st_isvalid(boundary)`,
    [code, tolerance, deep],
  );
  return rows
    .map((row) => ({
      kind: row.kind,
      areas: row.areas,
      squareMetres: Math.round(row.square_metres * 100) / 100,
      geometry: row.geometry,
    }))
    .sort((a, b) => b.squareMetres - a.squareMetres || (a.areas[0]! < b.areas[0]! ? -1 : 1));
}

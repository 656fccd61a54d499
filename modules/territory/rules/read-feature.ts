import { AreaInput, type AreaLevel } from '@gongzhi/contract/territory';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { checkAreaCode } from './area-code.ts';
import { areaFault } from './area-fault.ts';
import { boundaryFaults } from './boundary-faults.ts';
import { plainBoundary } from './plain-boundary.ts';

/** An area as a feature states it; what it leaves out is undefined. */
export interface ReadArea {
  code: string;
  name: string;
  level: AreaLevel;
  type: string | null | undefined;
  validFrom: string | undefined;
  boundary: Polygon | MultiPolygon | null;
}
export interface RowFault {
  column: string;
  value: string;
  reason: string;
}

/**
 * Reads one feature of a collection: properties code, name, type, validFrom, and level, which follows from the code where it is left
 * out. Positions pass through `convert`. Gives the first fault, in the words of the field.
 */
export function readFeature(
  feature: { properties: Record<string, unknown> | null; geometry: unknown },
  convert: (point: Position) => Position,
): { area: ReadArea } | { fault: RowFault } {
  const properties = feature.properties ?? {};
  // Programs that make GeoJSON from tables like to write codes as numbers.
  const code = typeof properties.code === 'number' ? String(properties.code) : properties.code;
  const checked = typeof code === 'string' ? checkAreaCode(code) : null;
  const level = properties.level ?? (checked?.valid ? (checked.level === 'below-grid' ? 'building' : checked.level) : undefined);
  const given = AreaInput.safeParse({
    code,
    name: properties.name,
    level: level ?? 'grid',
    type: properties.type,
    validFrom: properties.validFrom,
    boundary: feature.geometry,
  });
  if (!given.success) {
    const issue = given.error.issues[0]!;
    const column = String(issue.path[0] ?? 'properties');
    const value = column === 'boundary' ? kindOf(feature.geometry) : shown(properties[column]);
    return { fault: { column: column === 'boundary' ? 'geometry' : column, value, reason: issue.message } };
  }
  const fault = areaFault(given.data);
  if (fault)
    return {
      fault: {
        column: fault.field,
        value: shown(properties[fault.field] ?? level),
        reason: `${fault.reason}${fault.accepted ? ` (${fault.accepted})` : ''}`,
      },
    };
  const { boundary: drawn, type, validFrom, ...area } = given.data;
  const boundary = drawn ? plainBoundary(drawn, convert) : null;
  const [broken] = boundary ? boundaryFaults('geometry', boundary).errors : [];
  if (broken) return { fault: { column: 'geometry', value: kindOf(boundary), reason: `${broken.reason} (${broken.accepted})` } };
  return { area: { ...area, type, validFrom, boundary } };
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200);
}
function kindOf(geometry: unknown): string {
  return shown((geometry as { type?: unknown } | null)?.type);
}

import type { MatterSummary } from '@gongzhi/contract/matters';
import { territory } from '@gongzhi/contract/territory';
import { useMemo, useRef, useState } from 'react';
import { dueTone } from '../../kit/due-text.tsx';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

interface BesideMapProps {
  rows: readonly MatterSummary[];
  /** The row of the cursor. */
  cursor: string | null;
  onCursor: (number: string) => void;
  /** West, south, east, north that narrow the list; undefined while it does not follow the map. */
  bbox: string | undefined;
  onBox: (bbox: string | undefined) => void;
}
type Bounds = [number, number, number, number];

const boxText = (bounds: Bounds) => bounds.map((degrees) => degrees.toFixed(5)).join(',');
const boundsOf = (bbox: string | undefined): Bounds | undefined => {
  const parts = bbox?.split(',').map(Number);
  return parts?.length === 4 && parts.every(Number.isFinite) ? (parts as Bounds) : undefined;
};
/** The box around the cases, where the map has not told yet what it shows. */
function around(rows: readonly MatterSummary[]): Bounds {
  const west = rows.map(({ location }) => location!.longitude);
  const south = rows.map(({ location }) => location!.latitude);
  return rows.length > 0 ? [Math.min(...west), Math.min(...south), Math.max(...west), Math.max(...south)] : [-180, -85, 180, 85];
}
const inside = ([west, south, east, north]: Bounds, at: { longitude: number; latitude: number }) =>
  at.longitude >= west && at.longitude <= east && at.latitude >= south && at.latitude <= north;

/** The listed cases on the map: a point is the row, the row of the cursor is the pin, and the list may follow what the map shows. */
export function BesideMap({ rows, cursor, onCursor, bbox, onBox }: BesideMapProps) {
  const t = useTexts('cases');
  const [first] = useState(() => boundsOf(bbox));
  const view = useRef<Bounds | null>(first ?? null);
  const placed = useMemo(() => rows.filter(({ location }) => location !== null), [rows]);
  const ground = useCall(territory.boundaries, { query: { level: 'subdistrict' } }, { staleTime: 3_600_000 }).data as
    | GeoJSON.FeatureCollection
    | undefined;
  const layers = useMemo((): MapLayer[] => {
    const now = Date.now();
    return [
      ...(ground ? [{ id: 'subdistricts', kind: 'area' as const, data: ground, colour: 'wait' as const, label: 'name' }] : []),
      {
        id: 'listed',
        kind: 'point',
        data: {
          type: 'FeatureCollection',
          features: placed.map((row) => ({
            type: 'Feature',
            properties: {
              number: row.number,
              title: row.title,
              tone: row.closedAt ? 'good' : dueTone(row.dueAt, now) === 'late' ? 'late' : 'busy',
            },
            geometry: { type: 'Point', coordinates: [row.location!.longitude, row.location!.latitude] },
          })),
        },
        colour: { property: 'tone', tones: { late: 'late', busy: 'busy', good: 'good' } },
        size: 6,
        tip: ({ title, number }) => `${title} · ${number}`,
        onOpen: ({ properties }) => onCursor(String(properties.number)),
      },
    ];
  }, [placed, onCursor, ground]);
  const at = placed.find(({ number }) => number === cursor)?.location;
  const marker = useMemo(() => at ?? undefined, [at]);
  // The map moves only where the row would otherwise be out of sight.
  const centre = at && (!view.current || !inside(view.current, at)) ? at : undefined;
  return (
    <section className="card cases-map" aria-label={t('map.label')}>
      <MapView
        label={t('map.label')}
        layers={layers}
        height="100%"
        bounds={first}
        centre={centre}
        marker={marker}
        onMoved={({ bounds }) => {
          view.current = bounds;
          if (bbox !== undefined) onBox(boxText(bounds));
        }}
      />
      <div className="cases-map-foot">
        <label className="check">
          <input
            type="checkbox"
            checked={bbox !== undefined}
            onChange={(event) => onBox(event.target.checked ? boxText(view.current ?? around(placed)) : undefined)}
          />
          <span>{t('map.follow')}</span>
        </label>
        <small>{placed.length > 0 ? t('map.placed', { count: placed.length }) : t('map.none')}</small>
      </div>
    </section>
  );
}

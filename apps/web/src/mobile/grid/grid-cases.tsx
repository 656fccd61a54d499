import { type MatterSummary, matters } from '@gongzhi/contract/matters';
import { territory } from '@gongzhi/contract/territory';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { metresBetween, type Position, usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { KeptNotice } from '../tasks/kept-notice.tsx';
import { TaskRow } from '../tasks/task-row.tsx';

/** As many as a map of one grid can show and a person can walk to. */
const most = 200;
const listed = 30;
const community = 12;

/** What is open in the area: on its map with its boundary, and as a list by distance or by deadline. */
export function GridCases({ area }: { area: string }) {
  const t = useTexts('tasks');
  const navigate = useNavigate();
  const [here, setHere] = useState<Position | null>(null);
  const position = usePosition(setHere);
  const open = useCall(matters.list, { query: { area, open: 'true', sort: 'dueAt', limit: most } });
  const level = area.length > community ? 'grid' : 'community';
  const boundaries = useCall(territory.boundaries, { query: { under: area.slice(0, community), level } }, { staleTime: 3_600_000 }).data;
  const items = open.data?.items ?? [];
  const layers = useMemo<MapLayer[]>(
    () => [
      {
        id: 'areas',
        kind: 'area',
        label: 'name',
        selected: { property: 'code', value: area },
        ...(boundaries ? { data: boundaries as GeoJSON.FeatureCollection } : {}),
      },
      {
        id: 'cases',
        kind: 'cluster',
        colour: 'warn',
        size: 9,
        data: { type: 'FeatureCollection', features: items.flatMap(featureOf) },
        tip: ({ title }) => String(title),
        onOpen: ({ properties }) => void navigate({ to: `/m/task/${String(properties.number)}` }),
      },
    ],
    [boundaries, items, area, navigate],
  );
  if (!open.data) return open.error ? <ErrorState problem={open.error} onRetry={() => void open.refetch()} /> : <Loading lines={8} />;
  const rows = items.map((task) => ({ task, metres: here && task.location ? metresBetween(here, task.location) : null }));
  const shown = here ? rows.toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity)) : rows;
  const first = items.find(({ location }) => location !== null)?.location;
  return (
    <section className="grid-cases" aria-labelledby="grid-open">
      <KeptNotice at={open.error ? open.dataUpdatedAt : null} />
      <h2 id="grid-open">{t('grid.open', { count: items.length })}</h2>
      <MapView
        label={t('grid.map')}
        height="min(45vh, 22rem)"
        layers={layers}
        {...(here ? { marker: here } : {})}
        {...(boundaries || !first ? {} : { centre: first })}
      />
      <button type="button" className="button" aria-pressed={here !== null} disabled={position.asking} onClick={position.ask}>
        <Icon name="target" />
        {t(position.asking ? 'locating' : 'byDistance')}
      </button>
      {position.problem && (
        <p className="field-problem" role="alert">
          {position.problem}
        </p>
      )}
      {shown.length === 0 ? (
        <Empty title={t('grid.calm')} icon="check" />
      ) : (
        <ul className="mobile-list">
          {shown.slice(0, listed).map(({ task, metres }) => (
            <TaskRow key={task.number} task={task} metres={metres} />
          ))}
        </ul>
      )}
    </section>
  );
}

const featureOf = ({ number, title, location }: MatterSummary): GeoJSON.Feature[] =>
  location
    ? [
        {
          type: 'Feature',
          properties: { number, title },
          geometry: { type: 'Point', coordinates: [location.longitude, location.latitude] },
        },
      ]
    : [];

import { matters } from '@gongzhi/contract/matters';
import { territory } from '@gongzhi/contract/territory';
import { useCallback, useMemo, useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { boundsOf } from '../../kit/map/layer.ts';
import { type MapLayer, MapView } from '../../kit/map-view.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { useCall } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';
import { useCaseKind } from '../matter/kind.ts';
import { CaseDue, CaseLink, CaseState } from '../matter/marks.tsx';
import { figures } from './coloured.ts';
import { boxCorners, type Corner, cornersOf, mostCorners, surfaceShapes, withinOf } from './drawn-surface.ts';
import { useFacilityLayers } from './facility-layers.ts';
import { LayerChooser } from './layer-chooser.tsx';
import { useMapLayers } from './layers.ts';
import { DrawBar, SurfaceCounts } from './surface-panel.tsx';
import { TimeSlider } from './time-slider.tsx';
import { windowIn, windowOf } from './time-window.ts';
import { ways } from './ways.ts';
import './page.css';

const levels = ['subdistrict', 'community', 'grid'] as const;
const listed = 50;
type Box = [number, number, number, number];

/** Grids and cases on one map, with the cases in view as a list beside it. */
export default function MapPage() {
  const t = useTexts('map');
  const may = useMay();
  const kind = useCaseKind();
  const [search, set] = useSearchState();
  const [box, setBox] = useState<Box | null>(null);
  const level = levels.find((one) => one === search.level) ?? 'subdistrict';
  const figure = may('figures.read') ? (figures.find((one) => one === search.figure) ?? 'none') : 'none';
  const open = search.show !== 'all';
  const way = ways.find((one) => one === search.way) ?? 'marks';
  const [opened] = useState(() => Date.now());
  const chosenTime = windowIn(search);
  const days = chosenTime && windowOf(chosenTime.span, chosenTime.back, opened);
  const [sketch, setSketch] = useState<Corner[] | null>(null);
  const { layers: caseLayers, most } = useMapLayers({
    level,
    figure,
    open,
    state: search.state,
    category: search.category,
    way,
    days,
    still: sketch !== null,
  });
  const chosen = useMemo(() => (search.layers ?? '').split(',').filter((one) => one !== ''), [search.layers]);
  const { offered, layers: facilities } = useFacilityLayers(chosen);
  const layers = useMemo((): MapLayer[] => {
    const corners = sketch ?? cornersOf(search.within);
    const [areas, cases] = [caseLayers.filter(({ id }) => id === 'areas'), caseLayers.filter(({ id }) => id !== 'areas')];
    const surface: MapLayer[] =
      corners.length > 0 ? [{ id: 'surface', kind: 'mixed', data: surfaceShapes(corners, sketch === null), colour: 'turn' }] : [];
    return [
      ...areas,
      // A finished surface lies below the cases, one that is being drawn above them.
      ...(sketch ? [] : surface),
      ...facilities,
      ...cases,
      ...(sketch ? surface : []),
    ];
  }, [caseLayers, facilities, sketch, search.within]);
  const drop = useCallback(() => {
    setSketch(null);
    set({ within: undefined });
  }, [set]);
  const place = useCall(
    territory.readArea,
    { params: { code: search.area ?? '' } },
    { enabled: Boolean(search.area), staleTime: 3_600_000 },
  ).data;
  const bounds = useMemo(() => {
    if (!place?.boundary) return undefined;
    return (
      boundsOf([{ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: place.boundary as never }] }]) ??
      undefined
    );
  }, [place]);
  const query = {
    kind: 'case',
    limit: listed,
    ...(open ? { open: 'true' as const } : {}),
    ...(search.state ? { state: search.state } : {}),
    ...(search.category ? { category: search.category } : {}),
    ...(days ? { openedFrom: days.openedFrom, openedTo: days.openedTo } : {}),
    ...(search.within ? { within: search.within } : box ? { bbox: box.map((degrees) => degrees.toFixed(5)).join(',') } : {}),
  };
  const { limit: _limit, ...counted } = query;
  const asList = {
    ...(open ? { open: 'true' } : {}),
    ...(search.state ? { state: search.state } : {}),
    ...(search.category ? { category: search.category } : {}),
    ...(days ? { from: days.from, to: days.to } : {}),
    within: search.within,
  };
  const inView = useCall(matters.list, { query }, { keep: true });
  const rows = inView.data?.items ?? [];
  const Category = pickers.category!;
  const AreaPicker = pickers.area!;
  return (
    <main id="main" tabIndex={-1} className="map-page">
      <PageHeader title={t('title')} meta={t('meta')} />
      <search className="map-filters" aria-label={t('kit:filter.title')}>
        <label>
          {t('show.label')}
          <select
            className="input"
            value={open ? 'open' : 'all'}
            onChange={(event) => set({ show: event.target.value === 'all' ? 'all' : undefined })}
          >
            <option value="open">{t('show.open')}</option>
            <option value="all">{t('show.all')}</option>
          </select>
        </label>
        <label>
          {t('state')}
          <select className="input" value={search.state ?? ''} onChange={(event) => set({ state: event.target.value || undefined })}>
            <option value="">{t('kit:choose')}</option>
            {kind.states
              .filter(({ phase }) => !open || phase !== 'ended')
              .map(({ state }) => (
                <option key={state} value={state}>
                  {kind.state(state).label}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t('level.label')}
          <select className="input" value={level} onChange={(event) => set({ level: event.target.value })}>
            {levels.map((one) => (
              <option key={one} value={one}>
                {t(`level.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {may('figures.read') && (
          <label>
            {t('figure.label')}
            <select className="input" value={figure} onChange={(event) => set({ figure: event.target.value })}>
              {(['none', ...figures] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`figure.${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('way.label')}
          <select className="input" value={way} onChange={(event) => set({ way: event.target.value === 'heat' ? 'heat' : undefined })}>
            {ways.map((one) => (
              <option key={one} value={one}>
                {t(`way.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="map-picker">
          <label htmlFor="map-category">{t('category')}</label>
          <Category
            id="map-category"
            several={false}
            max={1}
            invalid={false}
            value={search.category}
            onChange={(value) => set({ category: value as string | undefined })}
          />
        </div>
        <div className="map-picker">
          <label htmlFor="map-area">{t('area')}</label>
          <AreaPicker
            id="map-area"
            several={false}
            max={1}
            invalid={false}
            value={search.area}
            onChange={(value) => set({ area: value as string | undefined })}
          />
        </div>
      </search>
      <div className="map-tools">
        <TimeSlider chosen={chosenTime} days={days} onChange={set} />
        <LayerChooser offered={offered} chosen={chosen} onChange={(next) => set({ layers: next.join(',') || undefined })} />
        <DrawBar
          drawn={Boolean(search.within)}
          drawing={{
            corners: sketch?.length ?? null,
            onBegin: () => {
              set({ within: undefined });
              setSketch([]);
            },
            onView: () => box && set({ within: withinOf(boxCorners(box)) }),
            onUndo: () => setSketch((now) => now?.slice(0, -1) ?? null),
            onFinish: () => {
              if (sketch) set({ within: withinOf(sketch) });
              setSketch(null);
            },
            onDrop: drop,
          }}
        />
      </div>
      <div className="map-columns">
        <div>
          <MapView
            label={t('map')}
            height="calc(100dvh - 20rem)"
            layers={layers}
            bounds={bounds}
            onMoved={(view) => setBox(view.bounds)}
            {...(sketch === null
              ? {}
              : {
                  onClick: ({ longitude, latitude }: { longitude: number; latitude: number }) =>
                    setSketch((now) => (now && now.length < mostCorners ? [...now, [longitude, latitude]] : now)),
                })}
          />
          <p className="map-legend">
            <span className="map-dot map-dot-late" aria-hidden="true" /> {t('legend.many')}
            <span className="map-dot map-dot-some" aria-hidden="true" /> {t('legend.late')}
            <span className="map-dot map-dot-busy" aria-hidden="true" /> {t('legend.inTime')}
            {figure !== 'none' && most !== null && <Scale figure={figure} most={most} />}
          </p>
        </div>
        <aside className="card map-cases" aria-labelledby="map-cases">
          <h2 id="map-cases">{t(search.within ? 'list.drawn' : 'list.title')}</h2>
          {search.within && <SurfaceCounts query={counted} search={asList} />}
          {inView.error && <ErrorState problem={inView.error} onRetry={() => void inView.refetch()} />}
          {inView.data && rows.length === 0 && <Empty title={t('list.none')} icon="map" />}
          <ul>
            {rows.map((row) => (
              <li key={row.number}>
                <CaseLink matter={row} />
                <p>
                  <CaseState state={row.state} />
                  <CaseDue matter={row} />
                </p>
                <small>{row.address ?? row.areaName}</small>
              </li>
            ))}
          </ul>
          {inView.data?.next && <p className="field-hint">{t('list.more', { count: listed })}</p>}
        </aside>
      </div>
    </main>
  );
}

function Scale({ figure, most }: { figure: string; most: number }) {
  const t = useTexts('map');
  const share = figure === 'onTime' || figure === 'satisfaction';
  return (
    <span className="map-scale" data-late={figure !== 'open' && figure !== 'reported'}>
      {share ? `${t('legend.good')} 100%` : `${t('legend.low')} 0`}
      <span aria-hidden="true" />
      {share ? `${t('legend.bad')} ${Math.round((1 - most) * 100)}%` : `${t('legend.high')} ${most}`}
    </span>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { boundsOf } from '../../../kit/map/layer.ts';
import { type MapLayer, MapView } from '../../../kit/map-view.tsx';
import { useTexts } from '../../../shell/language.ts';
import { LinesField } from '../fields.tsx';
import { FileDrop } from '../file-drop.tsx';
import { type Boundary, moveVertex, type Position, readBoundary, type VertexPath, verticesOf } from './boundary.ts';
import { degreesOf, overlaps, snapped } from './cut-and-join.ts';
import { cornersOf, reachPixels, sketchLayers, useSketch } from './sketch.ts';
import { useUndo } from './undo.ts';
import { VertexBar } from './vertex-bar.tsx';

const same = (one: VertexPath, other: VertexPath | null) => other !== null && one.every((part, at) => part === other[at]);
const rounded = (value: number) => Math.round(value * 1e7) / 1e7;
const feature = (geometry: object, properties: object) => ({ type: 'Feature', geometry, properties }) as GeoJSON.Feature;
const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });

/** The boundary of one area: drawn on the map, changed vertex by vertex, pasted or uploaded. What is drawn goes to corners of neighbours. */
export function BoundaryField({
  value,
  onChange,
  around,
  within,
  problem,
}: {
  value: Boundary | null;
  onChange: (value: Boundary | null) => void;
  /** Areas drawn around it: for orientation, to go to their corners, and to tell overlaps. */
  around?: GeoJSON.FeatureCollection | undefined;
  /** The area above, which the map shows while nothing is drawn. */
  within?: Boundary | null | undefined;
  problem?: string | null;
}) {
  const t = useTexts('areas');
  const [begun] = useState(value);
  const [pasted, setPasted] = useState('');
  const [flaw, setFlaw] = useState<string | null>(null);
  const [path, setPath] = useState<VertexPath | null>(null);
  const [zoom, setZoom] = useState(14);
  const { change, undo, steps } = useUndo(value, onChange);
  const corners = useMemo(() => cornersOf(around), [around]);
  const sketch = useSketch(corners);
  const vertices = useMemo(() => (value ? verticesOf(value) : []), [value]);
  const chosen = vertices.find((vertex) => same(vertex.path, path));
  const shared = useOverlaps(value, around);
  const take = (text: string) => {
    setPasted(text);
    setPath(null);
    if (text.trim() === '') return setFlaw(null);
    const read = readBoundary(text);
    setFlaw('flaw' in read ? t(`boundary.${read.flaw}`) : null);
    if ('boundary' in read) change(read.boundary);
  };
  const finish = () => {
    const { line } = sketch;
    if (line && line.length > 2) change({ type: 'Polygon', coordinates: [[...line, line[0]!]] });
    sketch.drop();
    setPath(null);
  };
  const drawing = sketch.line !== null;
  const layers = useMemo((): MapLayer[] => {
    const points = drawing ? [] : vertices.map((vertex, index) => feature({ type: 'Point', coordinates: vertex.at }, { at: index }));
    return [
      ...(within ? [{ id: 'within', kind: 'line' as const, colour: 'wait' as const, data: collection([feature(within, {})]) }] : []),
      ...(value ? [{ id: 'drawn', kind: 'area' as const, colour: 'busy' as const, data: collection([feature(value, {})]) }] : []),
      ...(around ? [{ id: 'around', kind: 'area' as const, colour: 'wait' as const, data: around, label: 'name' }] : []),
      ...(shared.length > 0
        ? [
            {
              id: 'shared',
              kind: 'area' as const,
              colour: 'late' as const,
              data: collection(shared.flatMap(({ rings }) => rings.map((ring) => feature({ type: 'Polygon', coordinates: [ring] }, {})))),
            },
          ]
        : []),
      {
        id: 'vertices',
        kind: 'point' as const,
        colour: 'turn' as const,
        size: 5,
        data: collection(points),
        onOpen: ({ properties }) => setPath(vertices[Number(properties.at)]?.path ?? null),
      },
      ...sketchLayers(sketch.line),
    ];
  }, [value, around, within, vertices, shared, drawing, sketch.line]);
  const move = (to: Position) => value && path && change(moveVertex(value, path, [rounded(to[0]), rounded(to[1])]));
  const [bounds] = useState(() => {
    const shown = value ? [collection([feature(value, {})])] : within ? [collection([feature(within, {})])] : around ? [around] : [];
    return boundsOf(shown) ?? undefined;
  });
  return (
    <fieldset className="field areas-boundary">
      <legend className="field-label">{t('field.boundary')}</legend>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <MapView
        label={t('boundary.map')}
        height="20rem"
        layers={layers}
        bounds={bounds}
        onMoved={(view) => setZoom(view.zoom)}
        {...(drawing
          ? {
              onClick: (at: { longitude: number; latitude: number }, clickedAt: number) => {
                if (sketch.add(at, clickedAt)) finish();
              },
            }
          : {})}
        marker={
          drawing
            ? undefined
            : chosen && {
                longitude: chosen.at[0],
                latitude: chosen.at[1],
                onMove: ({ longitude, latitude }) => move(snapped([longitude, latitude], corners, degreesOf(reachPixels, zoom))),
              }
        }
      />
      <p className="admin-quiet" role="status">
        {drawing
          ? t('boundary.drawing', { count: sketch.line?.length ?? 0 })
          : value
            ? t('boundary.vertices', { count: vertices.length })
            : t('boundary.empty')}
      </p>
      {shared.length > 0 && (
        <p className="admin-warn">
          {shared
            .map(({ code, squareMetres }) => t('boundary.overlap', { name: nameIn(around, code), size: squareMetres.toLocaleString() }))
            .join(t('admin:comma'))}
        </p>
      )}
      <div className="admin-bar">
        {drawing ? (
          <>
            <button type="button" className="button button-primary" disabled={(sketch.line?.length ?? 0) < 3} onClick={finish}>
              <Icon name="check" />
              {t('boundary.finish')}
            </button>
            <button type="button" className="button" disabled={sketch.line?.length === 0} onClick={sketch.back}>
              <Icon name="back" />
              {t('boundary.undo')}
            </button>
            <button type="button" className="button button-quiet" onClick={sketch.drop}>
              {t('kit:cancel')}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" onClick={sketch.begin}>
              <Icon name="edit" />
              {t(value ? 'boundary.redraw' : 'boundary.draw')}
            </button>
            {value && <VertexBar value={value} vertices={vertices} path={path} onPath={setPath} onMove={move} onChange={change} />}
            <button type="button" className="button" disabled={steps === 0} onClick={undo}>
              <Icon name="back" />
              {t('boundary.undo')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              disabled={value === begun}
              onClick={() => {
                setPath(null);
                setPasted('');
                setFlaw(null);
                change(begun);
              }}
            >
              {t(begun ? 'boundary.reset' : 'boundary.clear')}
            </button>
          </>
        )}
      </div>
      <details>
        <summary>{t('boundary.other')}</summary>
        <div className="admin-two">
          <LinesField
            label={t('boundary.paste')}
            required={false}
            hint={t('boundary.pasteHint')}
            problem={flaw}
            value={pasted}
            onChange={take}
            rows={3}
          />
          <FileDrop
            label={t('boundary.file')}
            hint={t('boundary.fileHint')}
            accept=".json,.geojson,application/geo+json"
            onFile={(file) => void file.text().then(take)}
          />
        </div>
      </details>
    </fieldset>
  );
}

const nameIn = (around: GeoJSON.FeatureCollection | undefined, code: string) =>
  String(around?.features.find(({ properties }) => properties?.code === code)?.properties?.name ?? code);

/** Where the boundary lies on its neighbours now. */
function useOverlaps(value: Boundary | null, around: GeoJSON.FeatureCollection | undefined) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof overlaps>>>([]);
  useEffect(() => {
    let here = true;
    const others = (around?.features ?? []).map(({ geometry, properties }) => ({
      code: String(properties?.code),
      boundary: geometry as Boundary,
    }));
    void (value && others.length > 0 ? overlaps(value, others) : Promise.resolve([])).then((next) => {
      if (here) setFound((now) => (now.length === 0 && next.length === 0 ? now : next));
    });
    return () => {
      here = false;
    };
  }, [value, around]);
  return found;
}

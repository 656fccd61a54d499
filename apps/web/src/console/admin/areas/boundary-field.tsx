import { useMemo, useState } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { type MapLayer, MapView } from '../../../kit/map-view.tsx';
import { useTexts } from '../../../shell/language.ts';
import { LinesField } from '../fields.tsx';
import { FileDrop } from '../file-drop.tsx';
import { type Boundary, insertAfter, moveVertex, readBoundary, removeVertex, type VertexPath, verticesOf } from './boundary.ts';

const same = (one: VertexPath, other: VertexPath | null) => other !== null && one.every((part, at) => part === other[at]);
const rounded = (value: number) => Math.round(value * 1e7) / 1e7;

/** The boundary of one area: pasted, uploaded, or changed vertex by vertex on the map or by its numbers. */
export function BoundaryField({
  value,
  onChange,
  around,
  problem,
}: {
  value: Boundary | null;
  onChange: (value: Boundary | null) => void;
  /** Areas drawn around it, for orientation. */
  around?: GeoJSON.FeatureCollection | undefined;
  problem?: string | null;
}) {
  const t = useTexts('areas');
  const [begun] = useState(value);
  const [pasted, setPasted] = useState('');
  const [flaw, setFlaw] = useState<string | null>(null);
  const [path, setPath] = useState<VertexPath | null>(null);
  const vertices = useMemo(() => (value ? verticesOf(value) : []), [value]);
  const at = vertices.findIndex((vertex) => same(vertex.path, path));
  const chosen = vertices[at];
  const take = (text: string) => {
    setPasted(text);
    setPath(null);
    if (text.trim() === '') return setFlaw(null);
    const read = readBoundary(text);
    setFlaw('flaw' in read ? t(`boundary.${read.flaw}`) : null);
    if ('boundary' in read) onChange(read.boundary);
  };
  const layers = useMemo((): MapLayer[] => {
    const feature = (geometry: object, properties: object) => ({ type: 'Feature', geometry, properties }) as GeoJSON.Feature;
    const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
    const points = vertices.map((vertex, index) => feature({ type: 'Point', coordinates: vertex.at }, { at: index }));
    return [
      ...(value ? [{ id: 'drawn', kind: 'area' as const, colour: 'busy' as const, data: collection([feature(value, {})]) }] : []),
      ...(around ? [{ id: 'around', kind: 'area' as const, colour: 'wait' as const, data: around, label: 'name' }] : []),
      {
        id: 'vertices',
        kind: 'point' as const,
        colour: 'turn' as const,
        size: 5,
        data: collection(points),
        onOpen: ({ properties }) => setPath(vertices[Number(properties.at)]?.path ?? null),
      },
    ];
  }, [value, around, vertices]);
  const move = (to: [number, number]) => value && path && onChange(moveVertex(value, path, [rounded(to[0]), rounded(to[1])]));
  return (
    <fieldset className="field areas-boundary">
      <legend className="field-label">{t('field.boundary')}</legend>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
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
      {value && vertices.length > 0 && (
        <>
          <MapView
            label={t('boundary.map')}
            height="20rem"
            layers={layers}
            marker={
              chosen && {
                longitude: chosen.at[0],
                latitude: chosen.at[1],
                onMove: ({ longitude, latitude }) => move([longitude, latitude]),
              }
            }
          />
          <p className="admin-quiet">{t('boundary.vertices', { count: vertices.length })}</p>
          <div className="admin-bar">
            <select
              className="input"
              aria-label={t('boundary.choose')}
              value={at}
              onChange={(event) => setPath(vertices[Number(event.target.value)]?.path ?? null)}
            >
              <option value={-1}>—</option>
              {vertices.map((vertex, index) => (
                <option key={vertex.path.join()} value={index}>
                  {t('boundary.vertex', { n: index + 1 })}
                </option>
              ))}
            </select>
            {chosen && path && (
              <>
                {([0, 1] as const).map((axis) => (
                  <input
                    key={axis}
                    className="input"
                    type="number"
                    step="0.000001"
                    aria-label={t(axis === 0 ? 'boundary.longitude' : 'boundary.latitude')}
                    value={chosen.at[axis]}
                    onChange={(event) => {
                      const number = event.target.valueAsNumber;
                      if (Number.isFinite(number)) move(axis === 0 ? [number, chosen.at[1]] : [chosen.at[0], number]);
                    }}
                  />
                ))}
                <button type="button" className="button" onClick={() => onChange(insertAfter(value, path))}>
                  <Icon name="plus" />
                  {t('boundary.insert')}
                </button>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    onChange(removeVertex(value, path));
                    setPath(null);
                  }}
                >
                  <Icon name="minus" />
                  {t('boundary.remove')}
                </button>
              </>
            )}
            <button
              type="button"
              className="button button-quiet"
              disabled={value === begun}
              onClick={() => {
                setPath(null);
                setPasted('');
                setFlaw(null);
                onChange(begun);
              }}
            >
              {t(begun ? 'boundary.reset' : 'boundary.clear')}
            </button>
          </div>
        </>
      )}
    </fieldset>
  );
}

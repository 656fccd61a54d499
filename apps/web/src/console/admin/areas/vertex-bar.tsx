import { Icon } from '../../../kit/icon.tsx';
import { useTexts } from '../../../shell/language.ts';
import { type Boundary, insertAfter, type Position, removeVertex, type Vertex, type VertexPath } from './boundary.ts';

/** One vertex of a boundary by its numbers: the way without a pointer. */
export function VertexBar({
  value,
  vertices,
  path,
  onPath,
  onMove,
  onChange,
}: {
  value: Boundary;
  vertices: readonly Vertex[];
  path: VertexPath | null;
  onPath: (path: VertexPath | null) => void;
  onMove: (to: Position) => void;
  onChange: (value: Boundary) => void;
}) {
  const t = useTexts('areas');
  const at = vertices.findIndex((vertex) => path?.every((part, place) => part === vertex.path[place]));
  const chosen = vertices[at];
  return (
    <>
      <select
        className="input"
        aria-label={t('boundary.choose')}
        value={at}
        onChange={(event) => onPath(vertices[Number(event.target.value)]?.path ?? null)}
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
                if (Number.isFinite(number)) onMove(axis === 0 ? [number, chosen.at[1]] : [chosen.at[0], number]);
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
              onPath(null);
            }}
          >
            <Icon name="minus" />
            {t('boundary.remove')}
          </button>
        </>
      )}
    </>
  );
}

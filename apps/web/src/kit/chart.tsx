import { lazy, Suspense, useRef, useState } from 'react';
import { useAppearance } from './appearance.ts';
import { save, toCsv, toPng } from './chart/export.ts';
import { Empty } from './empty.tsx';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { Loading } from './loading.tsx';
import type { Tone } from './state-tag.tsx';
import './chart.css';

export interface ChartProps {
  /** Says what is drawn; heading of the part and name of the files. */
  label: string;
  rows: readonly Readonly<Record<string, string | number | null>>[];
  /** The column along the axis. */
  x: { key: string; label: string };
  series: readonly { key: string; label: string; kind?: 'bar' | 'line'; stack?: string; tone?: Tone }[];
  /** `%` for shares of one (0.91 is drawn as 91 %); anything else is written after the number. */
  unit?: string;
  /** A line to be reached. */
  target?: number;
  /** Bars lie; for many names. */
  sideways?: boolean;
  /** Opens what is behind a mark. */
  onOpen?: (row: number, series: number) => void;
}
export interface ChartDrawing {
  svg: () => string | null;
  width: number;
  height: number;
}

const Canvas = lazy(() => import('./chart/canvas.tsx'));

/** Figures as a drawing, as a table, and as files. The table is the same for eyes, ears and spreadsheets. */
export function Chart(props: ChartProps & { height?: string }) {
  const { label, rows, x, series, unit, onOpen, height = '18rem' } = props;
  const t = useTexts('kit');
  const { isDark } = useAppearance();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const drawing = useRef<ChartDrawing>(null);
  const columns = [x, ...series];
  const figure = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? '—'
      : typeof value === 'number'
        ? unit === '%'
          ? `${(value * 100).toFixed(1)}%`
          : `${value}${unit ?? ''}`
        : value;
  const savePng = async () => {
    const svg = drawing.current?.svg();
    if (svg) save(await toPng(svg, drawing.current!.width, drawing.current!.height, isDark ? '#161d27' : '#ffffff'), `${label}.png`);
  };
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <span>{label}</span>
        {rows.length > 0 && (
          <span className="chart-tools">
            <button
              type="button"
              className="button button-quiet"
              aria-pressed={view === 'table'}
              onClick={() => setView(view === 'chart' ? 'table' : 'chart')}
            >
              <Icon name={view === 'chart' ? 'list' : 'chart'} />
              {t(view === 'chart' ? 'chart.table' : 'chart.chart')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => save(new Blob([toCsv(columns, rows)], { type: 'text/csv' }), `${label}.csv`)}
            >
              <Icon name="download" />
              {t('chart.csv')}
            </button>
            {view === 'chart' && (
              <button type="button" className="button button-quiet" onClick={() => void savePng()}>
                <Icon name="photo" />
                {t('chart.png')}
              </button>
            )}
          </span>
        )}
      </figcaption>
      {rows.length === 0 ? (
        <Empty title={t('chart.empty')} icon="chart" />
      ) : view === 'chart' ? (
        <div className="chart-frame" style={{ height }} role="img" aria-label={label}>
          <Suspense fallback={<Loading />}>
            <Canvas {...props} scheme={isDark ? 'dark' : 'light'} drawing={drawing} />
          </Suspense>
        </div>
      ) : (
        <div className="chart-table">
          <table>
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a figure is known by its place
                <tr key={index}>
                  <th scope="row">{row[x.key]}</th>
                  {series.map((one, at) => (
                    <td key={one.key}>
                      {onOpen ? (
                        <button type="button" className="chart-open" onClick={() => onOpen(index, at)}>
                          {figure(row[one.key])}
                        </button>
                      ) : (
                        figure(row[one.key])
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}

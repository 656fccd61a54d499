import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from './language.ts';
import { Loading } from './loading.tsx';
import type { MapLayer } from './map/layer.ts';
import './map-view.css';

export type { MapColour, MapFeature, MapLayer } from './map/layer.ts';

interface Position {
  longitude: number;
  latitude: number;
}

export interface MapViewProps {
  /** What the map shows, for who cannot see it. */
  label: string;
  /** Keep the list stable between draws (`useMemo`): a new list is drawn anew. */
  layers: readonly MapLayer[];
  /** West, south, east, north; otherwise the map shows everything that its first GeoJSON holds. */
  bounds?: [number, number, number, number] | undefined;
  centre?: Position | undefined;
  /** A pin; draggable with `onMove`. */
  marker?: (Position & { onMove?: (at: Position) => void }) | undefined;
  /** A click on no feature that opens, with the zoom at which it was done. */
  onClick?: (at: Position, zoom: number) => void;
  onMoved?: (view: { bounds: [number, number, number, number]; zoom: number }) => void;
}

interface ListedItem {
  key: string;
  label: string;
  hint?: string | undefined;
  onOpen?: () => void;
}

const Canvas = lazy(() => import('./map/canvas.tsx'));

/** Where WebGL is missing the map says so, and the list below it stands open. */
class WithoutMap extends Component<{ children: ReactNode; otherwise: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

/** A map of our own layers on a plain ground, and the same things as a list for who uses no map. */
export function MapView({ height = '24rem', list, ...map }: MapViewProps & { height?: string; list?: readonly ListedItem[] }) {
  const t = useTexts('kit');
  return (
    <figure className="map-view" aria-label={map.label}>
      <div className="map-frame" style={{ height }}>
        <WithoutMap otherwise={<p className="map-missing">{t('map.noWebgl')}</p>}>
          <Suspense fallback={<Loading />}>
            <Canvas {...map} />
          </Suspense>
        </WithoutMap>
      </div>
      {list && list.length > 0 && (
        <details className="map-list">
          <summary>
            {t('map.list')} · {t('map.items', { count: list.length })}
          </summary>
          <ul>
            {list.map((item) => (
              <li key={item.key}>
                {item.onOpen ? (
                  <button type="button" className="button button-quiet" onClick={item.onOpen}>
                    {item.label}
                  </button>
                ) : (
                  item.label
                )}
                {item.hint && <small>{item.hint}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

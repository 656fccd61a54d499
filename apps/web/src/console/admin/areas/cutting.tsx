import { useMemo, useState } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { boundsOf } from '../../../kit/map/layer.ts';
import { type MapLayer, MapView } from '../../../kit/map-view.tsx';
import { useTexts } from '../../../shell/language.ts';
import type { Boundary } from './boundary.ts';
import { cut } from './cut-and-join.ts';
import { cornersOf, sketchLayers, useSketch } from './sketch.ts';

const tones = ['busy', 'good', 'turn', 'new', 'late', 'wait'] as const;

/** Cuts pieces along lines drawn over them; each cut makes one piece into two. */
export function Cutting({ pieces, onCut }: { pieces: readonly Boundary[]; onCut: (place: number, made: [Boundary, Boundary]) => void }) {
  const t = useTexts('areas');
  const [flaw, setFlaw] = useState<string | null>(null);
  const drawn = useMemo(
    (): GeoJSON.FeatureCollection[] =>
      pieces.map((geometry, at) => ({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { n: String(at + 1) }, geometry }],
      })),
    [pieces],
  );
  const sketch = useSketch(useMemo(() => drawn.flatMap(cornersOf), [drawn]));
  const layers = useMemo(
    (): MapLayer[] => [
      ...drawn.map((data, at) => ({ id: `piece-${at}`, kind: 'area' as const, data, colour: tones[at % tones.length]!, label: 'n' })),
      ...sketchLayers(sketch.line),
    ],
    [drawn, sketch.line],
  );
  const [bounds] = useState(() => boundsOf(drawn) ?? undefined);
  const run = () => {
    const line = sketch.line ?? [];
    sketch.drop();
    const flaws: string[] = [];
    for (const [place, piece] of pieces.entries()) {
      const made = cut(piece, line);
      if ('pieces' in made) {
        setFlaw(null);
        onCut(place, made.pieces);
        return;
      }
      flaws.push(made.flaw);
    }
    setFlaw(flaws.find((one) => one !== 'misses') ?? 'misses');
  };
  return (
    <div className="areas-cutting">
      <MapView
        label={t('cut.map')}
        height="20rem"
        layers={layers}
        bounds={bounds}
        {...(sketch.line ? { onClick: (at: { longitude: number; latitude: number }, zoom: number) => void sketch.add(at, zoom) } : {})}
      />
      <div className="admin-bar">
        {sketch.line ? (
          <>
            <button type="button" className="button button-primary" disabled={sketch.line.length < 2} onClick={run}>
              <Icon name="check" />
              {t('cut.run')}
            </button>
            <button type="button" className="button" disabled={sketch.line.length === 0} onClick={sketch.back}>
              <Icon name="back" />
              {t('boundary.undo')}
            </button>
            <button type="button" className="button button-quiet" onClick={sketch.drop}>
              {t('kit:cancel')}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={sketch.begin}>
            <Icon name="edit" />
            {t('cut.begin')}
          </button>
        )}
        <span className="admin-quiet" role="status">
          {t(sketch.line ? 'cut.hint' : 'cut.pieces', { count: pieces.length })}
        </span>
      </div>
      {flaw && (
        <p className="field-problem" role="alert">
          {t(`cut.${flaw}`)}
        </p>
      )}
    </div>
  );
}

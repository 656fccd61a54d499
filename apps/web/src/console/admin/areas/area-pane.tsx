import { territory } from '@gongzhi/contract/territory';
import { useMemo, useRef, useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { boundsOf } from '../../../kit/map/layer.ts';
import { type MapLayer, MapView } from '../../../kit/map-view.tsx';
import { addressOf } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { AreaFacts } from './area-facts.tsx';
import { AreaForm } from './area-form.tsx';
import type { Boundary } from './boundary.ts';
import { Flaws, flawCollection } from './flaws.tsx';
import { Succession } from './succession.tsx';

type Bounds = [number, number, number, number];

/** One area: its map with what lies below it and the flaws, its facts, the acts on it. */
export function AreaPane({ code, onChoose }: { code: string; onChoose: (code: string) => void }) {
  const t = useTexts('areas');
  const [dialog, setDialog] = useState<'add' | 'change' | 'succession' | null>(null);
  const [shown, setShown] = useState<Bounds | null>(null);
  const asked = useCall(territory.readArea, { params: { code } });
  const area = asked.data;
  const below = useCall(territory.listAreas, { query: { parent: code, limit: 1 } }, { enabled: (area?.children ?? 0) > 0 });
  const level = area && (area.children > 0 ? below.data?.items[0]?.level : area.level);
  const drawn = useCall(territory.boundaries, { query: { under: code, level } }, { enabled: level !== undefined });
  const above = area?.ancestors.at(-1)?.code;
  const neighbours = useCall(
    territory.boundaries,
    { query: { under: above, level: area?.level } },
    { enabled: dialog === 'change' && above !== undefined },
  );
  const beside = useMemo(() => {
    const all = neighbours.data as GeoJSON.FeatureCollection | undefined;
    return all && { ...all, features: all.features.filter(({ properties }) => properties?.code !== code) };
  }, [neighbours.data, code]);
  const flaws = useCall(
    territory.checkBoundaries,
    { params: { code }, query: {} },
    { enabled: (area?.children ?? 0) > 0, staleTime: 60_000 },
  );
  const collection = drawn.data as GeoJSON.FeatureCollection | undefined;
  const found = flaws.data?.items;
  // The list of layers stays the same while nothing drawn changes; who is told of a click may change with every draw.
  const latest = useRef(onChoose);
  latest.current = onChoose;
  const layers = useMemo((): MapLayer[] => {
    const own = area?.boundary
      ? ({
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties: {}, geometry: area.boundary }],
        } as GeoJSON.FeatureCollection)
      : null;
    const red = flawCollection(found ?? []);
    return [
      ...(collection
        ? [
            {
              id: 'areas',
              kind: 'area' as const,
              data: collection,
              label: 'name',
              tip: (properties: Record<string, unknown>) => `${properties.name} ${properties.code}`,
              onOpen: ({ properties }: { properties: Record<string, unknown> }) => latest.current(String(properties.code)),
            },
          ]
        : []),
      ...(own ? [{ id: 'own', kind: 'line' as const, data: own, colour: 'busy' as const }] : []),
      ...(red.features.length > 0
        ? [
            { id: 'flaws', kind: 'area' as const, data: red, colour: 'late' as const },
            { id: 'flaw-lines', kind: 'line' as const, data: red, colour: 'late' as const },
          ]
        : []),
    ];
  }, [area, collection, found]);
  const names = new Map((collection?.features ?? []).map(({ properties }) => [String(properties?.code), String(properties?.name)]));
  names.set(code, area?.name ?? code);
  const whole = useMemo(() => (collection ? boundsOf([collection]) : null), [collection]);
  if (asked.error) return <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!area) return <Loading lines={8} />;
  const close = () => setDialog(null);
  return (
    <div>
      <section className="admin-panel" aria-label={area.name}>
        <AreaFacts area={area} onChoose={onChoose} />
        <div className="admin-bar areas-acts">
          <button type="button" className="button" onClick={() => setDialog('add')}>
            <Icon name="plus" />
            {t('act.add')}
          </button>
          <button type="button" className="button" onClick={() => setDialog('change')}>
            <Icon name="edit" />
            {t('act.change')}
          </button>
          <button type="button" className="button" onClick={() => setDialog('succession')}>
            <Icon name="dispatch" />
            {t('act.succession')}
          </button>
          <a className="button" href={addressOf(territory.boundaries, { query: { under: code } })} download={`areas-${code}.geojson`}>
            <Icon name="download" />
            {t('act.export')}
          </a>
        </div>
      </section>
      <section className="admin-panel areas-map">
        {drawn.error && <ErrorState problem={drawn.error} onRetry={() => void drawn.refetch()} />}
        {drawn.isLoading && <Loading lines={6} />}
        {collection && (
          <MapView
            label={t('map', { name: area.name })}
            height="26rem"
            layers={layers}
            bounds={shown ?? whole ?? undefined}
            list={collection.features.slice(0, 200).map(({ properties }) => ({
              key: String(properties?.code),
              label: String(properties?.name),
              hint: String(properties?.code),
              onOpen: () => onChoose(String(properties?.code)),
            }))}
          />
        )}
      </section>
      {area.children > 0 && <Flaws asked={flaws} nameOf={(one) => names.get(one) ?? one} onShow={setShown} />}
      {dialog === 'add' && (
        <AreaForm
          below={area}
          around={area.children > 0 ? collection : undefined}
          within={area.boundary as Boundary | null}
          onClose={close}
          onSaved={onChoose}
        />
      )}
      {dialog === 'change' && <AreaForm area={area} around={beside} onClose={close} />}
      {dialog === 'succession' && <Succession area={area} onClose={close} onDone={onChoose} />}
    </div>
  );
}

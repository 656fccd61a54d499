import { cases } from '@gongzhi/contract/cases';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { wallStates } from '../../resident/case-states.ts';
import { LoadMore } from '../../resident/load-more.tsx';
import { usePages } from '../../resident/pages.ts';
import { useSearchState } from '../../shell/address.ts';
import { addressOf } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { WallCard } from './wall-card.tsx';
import { WallFigures } from './wall-figures.tsx';
import { WallFilters } from './wall-filters.tsx';
import { WallMap } from './wall-map.tsx';
import './wall.css';

const walls = ['problems', 'echoes'] as const;
const feeds = [
  ['atom', cases.wallAtom],
  ['rss', cases.wallRss],
  ['geojson', cases.wallGeojson],
] as const;

/** The two walls, with their filters in the address, so that a view can be sent to somebody. */
export default function WallPage() {
  const t = useTexts('public');
  const [search, setSearch] = useSearchState();
  const wall = search.wall === 'echoes' ? 'echoes' : 'problems';
  const asMap = search.view === 'map';
  const filter = {
    wall,
    ...(search.area ? { area: search.area } : {}),
    ...(search.category ? { category: search.category } : {}),
    ...(search.state ? { state: search.state } : {}),
    ...(search.text ? { text: search.text } : {}),
  } as const;
  const list = usePages(cases.wall, { query: { ...filter, limit: 20 } }, { enabled: !asMap });
  return (
    <main id="main" tabIndex={-1}>
      <header>
        <h1 tabIndex={-1}>{t('wall.title')}</h1>
        <p className="wall-lead">{t('wall.lead')}</p>
      </header>
      <WallFigures area={search.area} />
      <fieldset className="wall-tabs" aria-label={t('wall.tabs')}>
        {walls.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === wall}
            onClick={() => setSearch({ wall: one === 'problems' ? undefined : one, state: undefined })}
          >
            <strong>{t(`wall.${one}`)}</strong>
            <small>{t(`wall.${one}Hint`)}</small>
          </button>
        ))}
      </fieldset>
      <WallFilters values={search} states={wallStates[wall]} onChange={setSearch}>
        <fieldset className="wall-view" aria-label={t('wall.view')}>
          <button type="button" className="button" aria-pressed={!asMap} onClick={() => setSearch({ view: undefined })}>
            <Icon name="list" />
            {t('wall.list')}
          </button>
          <button type="button" className="button" aria-pressed={asMap} onClick={() => setSearch({ view: 'map' })}>
            <Icon name="map" />
            {t('wall.map')}
          </button>
        </fieldset>
      </WallFilters>
      {asMap ? (
        <WallMap filter={filter} />
      ) : !list.loaded ? (
        list.error ? (
          <ErrorState problem={list.error} onRetry={list.refetch} />
        ) : (
          <Loading lines={10} />
        )
      ) : list.items.length === 0 ? (
        <Empty title={t('wall.none')} hint={t('wall.noneHint')} icon="wall" />
      ) : (
        <>
          <ul className="wall-list" aria-busy={list.stale}>
            {list.items.map((item) => (
              <WallCard key={item.number} item={item} />
            ))}
          </ul>
          <LoadMore {...list} />
        </>
      )}
      <p className="public-line">
        {t('feeds.title')}
        {feeds.map(([name, route]) => (
          <a key={name} href={addressOf(route, { query: filter })}>
            {t(`feeds.${name}`)}
          </a>
        ))}
      </p>
    </main>
  );
}

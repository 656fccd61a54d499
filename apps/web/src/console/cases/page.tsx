import { cases } from '@gongzhi/contract/cases';
import { type MatterSummary, matters } from '@gongzhi/contract/matters';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { changeAppearance, useAppearance } from '../../kit/appearance.ts';
import { dueTone } from '../../kit/due-text.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { FilterBar } from '../../kit/filter-bar.tsx';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useNow } from '../../kit/now.ts';
import { PageHeader } from '../../kit/page-header.tsx';
import { Popover } from '../../kit/popover.tsx';
import { VirtualTable } from '../../kit/virtual-table.tsx';
import { useSearchState } from '../../shell/address.ts';
import { addressOf } from '../../shell/api.ts';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';
import { keepWalk } from '../matter/walk.ts';
import { Arrived } from './arrived.tsx';
import { BulkAct } from './bulk-act.tsx';
import { useCaseColumns } from './columns.tsx';
import { type CaseQuery, filterKeys, filterOf, only, type Search, sortOf } from './filter.ts';
import { useCaseFilters } from './filters.tsx';
import { useCaseList } from './list.ts';
import { QuickFilters } from './quick-filters.tsx';
import { Views } from './views.tsx';
import './page.css';

// The map is large and not everybody opens it.
const BesideMap = lazy(() => import('./beside-map.tsx').then(({ BesideMap }) => ({ default: BesideMap })));

const columnsKey = 'gongzhi.cases.columns';
const rememberedColumns = (): string[] | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(columnsKey) ?? 'null');
    return Array.isArray(kept) && kept.length > 0 ? kept.map(String) : undefined;
  } catch {
    return undefined;
  }
};
const mostActedOn = 200;
const numberOf = (row: MatterSummary) => row.number;
/** The row that was last looked at, so that one comes back to it. */
let lastCursor: string | null = null;

/** Every case that the person may see: filtered by the address, on the map beside it, chosen in bulk, saved as views, exported. */
export default function CasesPage() {
  const t = useTexts('cases');
  const may = useMay();
  const now = useNow();
  const navigate = useNavigate();
  const [search, set] = useSearchState();
  const { density } = useAppearance();
  const [layout, setLayout] = useState(rememberedColumns);
  const [selected, setSelected] = useState<string[]>([]);
  const [acting, setActing] = useState(false);
  const [cursor, setCursor] = useState(lastCursor);
  const point = useCallback((number: string) => {
    lastCursor = number;
    setCursor(number);
  }, []);
  const print = JSON.stringify(filterKeys.map((key) => search[key] ?? ''));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the print stands for the filters of the address
  const query = useMemo(() => filterOf(search), [print]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen belongs to the list in sight
  useEffect(() => setSelected([]), [print]);
  const list = useCaseList(query, sortOf(search));
  const counts = useCall(matters.counts, { query }, { keep: true, staleTime: 30_000 }).data;
  const columns = useCaseColumns();
  const filters = useCaseFilters(search, set);
  const isMapped = search.map === 'on';
  const show = (kept: string[] | undefined) => {
    setLayout(kept);
    if (kept) localStorage.setItem(columnsKey, JSON.stringify(kept));
    else localStorage.removeItem(columnsKey);
  };
  useEffect(() => keepWalk({ numbers: list.rows.map(numberOf), back: { to: '/console/cases', search } }), [list.rows, search]);
  const toggleMap = () => set({ map: isMapped ? undefined : 'on', ...(isMapped ? { bbox: undefined } : {}) });
  useKeys(t('title'), [
    { keys: '/', label: t('key.search'), run: () => document.querySelector<HTMLInputElement>('.filter-bar-text input')?.focus() },
    { keys: 'm', label: t('key.map'), run: toggleMap },
    { keys: 'r', label: t('reload'), run: list.refetch },
  ]);
  const marked = new Set(selected);
  const chosen = list.rows.filter(({ number }) => marked.has(number)).slice(0, mostActedOn);
  return (
    <main id="main" tabIndex={-1} className="cases" data-mapped={isMapped || undefined}>
      <PageHeader
        title={t('title')}
        meta={counts ? t(counts.capped ? 'metaCapped' : 'meta', { count: counts.total }) : undefined}
        actions={
          <>
            <button type="button" className="button" aria-pressed={isMapped} onClick={toggleMap}>
              <Icon name="map" />
              {t(isMapped ? 'map.hide' : 'map.show')} <KeyHint keys="m" />
            </button>
            <Views
              query={savedQuery(search)}
              columns={layout ?? columns.filter(({ hidden }) => !hidden).map(({ key }) => key)}
              onApply={(saved, kept) => {
                set({ ...only(saved), sort: saved.sort, map: saved.map }, { push: true });
                show(kept.length > 0 ? kept : undefined);
              }}
            />
            {may('case.export') && <ExportMenu query={query} />}
          </>
        }
      />
      <QuickFilters search={search} set={set} />
      <FilterBar filters={filters} values={search} onChange={set} first={6} />
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <div className="cases-body">
          <VirtualTable
            // Another list begins at its own beginning.
            key={`${print}${sortOf(search)}`}
            label={t('title')}
            columns={columns}
            rows={list.rows}
            rowKey={numberOf}
            loading={list.isLoading}
            loadingMore={list.isMoreLoading}
            onMore={list.more}
            layout={layout}
            onLayout={show}
            sort={sortOf(search)}
            onSort={(sort) => set({ sort: sort === '-openedAt' ? undefined : sort })}
            selected={selected}
            onSelect={setSelected}
            cursor={cursor}
            onCursor={point}
            onOpen={(row) => void navigate({ to: '/console/cases/$number', params: { number: row.number } as never })}
            rowTone={(row) => {
              const tone = row.closedAt ? 'none' : dueTone(row.dueAt, now);
              return tone === 'late' || tone === 'soon' ? tone : undefined;
            }}
            empty={<Empty title={t('empty')} hint={t('emptyHint')} icon="search" />}
            toolbar={
              <>
                {selected.length > 0 ? (
                  <span className="cases-chosen">
                    <strong>{t('bulk.selected', { count: selected.length })}</strong>
                    <button type="button" className="button button-primary" onClick={() => setActing(true)}>
                      {t('bulk.act')}
                    </button>
                    <button type="button" className="button button-quiet" onClick={() => setSelected([])}>
                      {t('bulk.clear')}
                    </button>
                    {selected.length > mostActedOn && <span className="field-problem">{t('bulk.most')}</span>}
                  </span>
                ) : (
                  <Arrived count={list.arrived} onShow={list.refetch} />
                )}
                <button
                  type="button"
                  className="button button-quiet cases-density"
                  aria-label={t('density.label')}
                  onClick={() => changeAppearance({ density: density === 'compact' ? 'comfortable' : 'compact' })}
                >
                  <Icon name="parts" />
                  {t(density === 'compact' ? 'density.comfortable' : 'density.compact')}
                </button>
              </>
            }
          />
          {isMapped && (
            <Suspense fallback={<Loading />}>
              <BesideMap rows={list.rows} cursor={cursor} onCursor={point} bbox={search.bbox} onBox={(bbox) => set({ bbox })} />
            </Suspense>
          )}
        </div>
      )}
      {acting && (
        <BulkAct
          rows={chosen}
          onClose={() => {
            setActing(false);
            list.refetch();
          }}
          onDone={() => setSelected([])}
        />
      )}
    </main>
  );
}

/** What a view keeps of the address. */
function savedQuery(search: Search): Record<string, string> {
  return Object.fromEntries([...filterKeys, 'sort', 'map'].flatMap((key) => (search[key] ? [[key, search[key]]] : [])));
}

function ExportMenu({ query }: { query: CaseQuery }) {
  const t = useTexts('cases');
  const language = useLanguage();
  return (
    <Popover
      label={t('export.label')}
      className="button"
      button={
        <>
          <Icon name="download" />
          {t('export.label')}
        </>
      }
    >
      {(close) => (
        <div className="cases-export">
          {(['xlsx', 'csv'] as const).map((format) => (
            <a
              key={format}
              className="button button-wide"
              href={addressOf(cases.export, { params: { format }, query: { ...query, language } })}
              download
              onClick={close}
            >
              {t(`export.${format}`)}
            </a>
          ))}
          <p className="field-hint">{t('export.hint')}</p>
        </div>
      )}
    </Popover>
  );
}

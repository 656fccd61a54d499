import { organisations, organisationTypes } from '@gongzhi/contract/organisations';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { PickField } from '../fields.tsx';
import { usePages } from '../pages.ts';
import { Detail } from './detail.tsx';
import { UnitTree } from './unit-tree.tsx';

/** The tree of organisations, or what was looked for, beside the one that is chosen. */
export function Units() {
  const t = useTexts('units');
  const spoken = useSpoken();
  const [search, set] = useSearchState();
  const { text, unit } = search;
  const type = organisationTypes.find((one) => one === search.type);
  const dissolved = search.dissolved === 'true' ? ('true' as const) : undefined;
  const wanted = Boolean(text || type || search.area || dissolved);
  const list = usePages(organisations.listOrganisations, { query: { text, type, under: search.area, dissolved, limit: 100 } }, wanted);
  const choose = (id: string) => set({ unit: id });
  return (
    <div className="admin-split">
      <nav className="admin-panel admin-aside" aria-label={t(wanted ? 'found' : 'tree')}>
        <FilterBar
          values={search}
          onChange={set}
          filters={[
            { kind: 'text', key: 'text', label: t('filter.text') },
            {
              kind: 'choice',
              key: 'type',
              label: t('filter.type'),
              width: 150,
              options: organisationTypes.map((value) => ({ value, label: t(`type.${value}`) })),
            },
            { kind: 'flag', key: 'dissolved', label: t('filter.dissolved') },
            {
              kind: 'own',
              key: 'area',
              label: t('filter.area'),
              control: (
                <div className="admin-filter">
                  <PickField
                    of="area"
                    label={t('filter.area')}
                    value={search.area ?? ''}
                    onChange={(area) => set({ area: area || undefined })}
                  />
                </div>
              ),
            },
          ]}
        />
        {!wanted && <UnitTree parent="none" chosen={unit} onChoose={choose} label={t('tree')} />}
        {wanted && list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
        {wanted && list.isLoading && <Loading lines={6} />}
        {wanted && !list.isLoading && !list.error && list.rows.length === 0 && <Empty title={t('none')} icon="search" />}
        {wanted && (
          <ul className="admin-tree">
            {list.rows.map((row) => (
              <li key={row.id}>
                <button type="button" className="admin-name" aria-current={row.id === unit} onClick={() => choose(row.id)}>
                  {spoken(row.name)}
                  <span className="admin-sub">
                    {t(`type.${row.type}`)} · {row.areaName}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {wanted && list.more && (
          <button type="button" className="button button-wide" disabled={list.isMoreLoading} onClick={list.more}>
            {t('more')}
          </button>
        )}
      </nav>
      {unit ? (
        <Detail key={unit} id={unit} onChoose={choose} />
      ) : (
        <div className="admin-panel">
          <Empty title={t('choose')} icon="building" />
        </div>
      )}
    </div>
  );
}

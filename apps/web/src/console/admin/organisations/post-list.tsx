import { organisations } from '@gongzhi/contract/organisations';
import { roleNames } from '@gongzhi/contract/permissions';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { PickField } from '../fields.tsx';
import { usePages } from '../pages.ts';
import { PostTable } from './post-table.tsx';
import { useRoles } from './role-options.ts';

const conditions = ['filled', 'vacant', 'doubled', 'term-over'] as const;

/** Posts everywhere: which are vacant, held twice, or held beyond their term. */
export function PostList() {
  const t = useTexts('units');
  const roles = useRoles();
  const [search, set] = useSearchState();
  const condition = conditions.find((one) => one === search.condition);
  const role = roleNames.find((one) => one === search.role);
  const list = usePages(organisations.listPosts, { query: { text: search.text, under: search.area, role, condition } });
  const counts = list.first?.counts;
  return (
    <div>
      <fieldset className="field units-counts">
        <legend className="visually-hidden">{t('filter.condition')}</legend>
        <div className="pills">
          {conditions.map((one) => (
            <label key={one} className="pill">
              <input type="checkbox" checked={condition === one} onChange={() => set({ condition: condition === one ? undefined : one })} />
              {t(`condition.${one}`)} <strong className="tabular">{counts ? counts[one].toLocaleString() : '…'}</strong>
            </label>
          ))}
        </div>
      </fieldset>
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          { kind: 'text', key: 'text', label: t('filter.text') },
          { kind: 'choice', key: 'role', label: t('filter.role'), options: roles.options },
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
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <PostTable
          label={t('tab.posts')}
          posts={list.rows}
          empty={t('emptyPosts')}
          withUnit
          loading={list.isLoading}
          onMore={list.more}
          loadingMore={list.isMoreLoading}
        />
      )}
    </div>
  );
}

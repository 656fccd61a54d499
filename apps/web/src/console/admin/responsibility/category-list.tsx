import { type Category, organisations } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useLimitText } from '../limit-field.tsx';
import { CategoryForm } from './category-form.tsx';
import { inTreeOrder } from './category-order.ts';

const tones = { danger: 'red', utilities: 'amber', ordinary: 'blue', complex: 'violet' } as const;
type Line = { item: Category; depth: number };

/** The tree of categories with what each entails. */
export function CategoryList() {
  const t = useTexts('duties');
  const spoken = useSpoken();
  const limitText = useLimitText();
  const [search, set] = useSearchState();
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const list = useCall(organisations.listCategories, { query: search.inactive === 'true' ? { inactive: 'true' } : {} }, { keep: true });
  const wanted = (search.text ?? '').toLowerCase();
  const lines = inTreeOrder(
    (list.data?.items ?? []).filter(
      ({ code, name, words }) => !wanted || `${code} ${name.zh} ${name.en ?? ''} ${words.join(' ')}`.toLowerCase().includes(wanted),
    ),
  );
  if (list.error) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div>
      <FilterBar
        values={search}
        onChange={set}
        filters={[
          { kind: 'text', key: 'text', label: t('category.filter') },
          { kind: 'flag', key: 'inactive', label: t('category.showInactive') },
        ]}
      />
      <DataTable<Line>
        label={t('tab.categories')}
        rows={lines}
        rowKey={({ item }) => item.code}
        loading={list.isLoading}
        onOpen={({ item }) => setOpen(item)}
        empty={<Empty title={t('category.empty')} icon="search" />}
        toolbar={
          <button type="button" className="button button-primary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t('category.add')}
          </button>
        }
        columns={[
          {
            key: 'name',
            title: t('category.zh'),
            cell: ({ item, depth }) => (
              <span className="duties-name" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
                {depth === 0 ? <strong>{spoken(item.name)}</strong> : spoken(item.name)} <code className="admin-value">{item.code}</code>{' '}
                {!item.active && <Tag>{t('category.inactive')}</Tag>}
              </span>
            ),
          },
          {
            key: 'class',
            title: t('category.class'),
            cell: ({ item }) => <Tag tone={tones[item.class]}>{t(`class.${item.class}`)}</Tag>,
            width: 120,
          },
          { key: 'limit', title: t('category.limit'), cell: ({ item }) => limitText(item.limit), width: 140 },
          {
            key: 'words',
            title: t('category.words'),
            cell: ({ item }) => t('category.wordCount', { count: item.words.length }),
            width: 100,
          },
          {
            key: 'wall',
            title: t('category.wall'),
            cell: ({ item }) => (
              <>
                {t(`publish.${item.wall.publish}`)}
                {item.wall.publish !== 'never' && <span className="admin-sub">{t(`redact.${item.wall.redact}`)}</span>}
              </>
            ),
            width: 180,
          },
          {
            key: 'acts',
            title: t('line.acts'),
            cell: ({ item }) => (
              <button
                type="button"
                className="button button-quiet button-icon"
                aria-label={t('category.edit', { code: item.code })}
                onClick={() => setOpen(item)}
              >
                <Icon name="edit" />
              </button>
            ),
            width: 72,
          },
        ]}
      />
      {open && <CategoryForm {...(open === 'new' ? {} : { category: open })} all={list.data?.items ?? []} onClose={() => setOpen(null)} />}
    </div>
  );
}

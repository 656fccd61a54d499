import { organisations, type Responsibility } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useCategoryNames } from '../category-names.ts';
import { PickField } from '../fields.tsx';
import { Refused } from '../form-dialog.tsx';
import { useLimitText } from '../limit-field.tsx';
import { usePages } from '../pages.ts';
import { LineForm } from './line-form.tsx';
import { WhoGetsIt } from './who-gets-it.tsx';

/** The responsibility list: category × area, who leads, who assists. */
export function LineList() {
  const t = useTexts('duties');
  const limitText = useLimitText();
  const nameOf = useCategoryNames();
  const [search, set] = useSearchState();
  const [open, setOpen] = useState<Responsibility | 'new' | null>(null);
  const query = { category: search.category, under: search.area, organisation: search.organisation };
  const list = usePages(organisations.listResponsibilities, { query });
  const drop = useAct(organisations.endResponsibility, { onDone: () => toast(t('admin:removed')) });
  const remove = async (line: Responsibility) => {
    const names = { category: nameOf(line.category), area: line.areaName };
    if (await confirm({ title: t('line.removeAsk', names), body: t('line.removeBody'), action: t('line.remove'), danger: true }))
      drop.mutate({ params: { id: line.id } });
  };
  return (
    <div>
      <WhoGetsIt nameOf={nameOf} />
      <search className="admin-bar duties-filters">
        {(['category', 'area', 'organisation'] as const).map((key) => (
          <div key={key} className="admin-filter">
            <PickField
              of={key}
              label={t(`line.${key}`)}
              value={search[key] ?? ''}
              onChange={(value) => set({ [key]: value || undefined })}
            />
          </div>
        ))}
      </search>
      {drop.error && <Refused problem={drop.error} />}
      {list.error ? (
        <ErrorState problem={list.error} onRetry={list.refetch} />
      ) : (
        <DataTable<Responsibility>
          label={t('tab.list')}
          rows={list.rows}
          rowKey={(line) => line.id}
          loading={list.isLoading}
          loadingMore={list.isMoreLoading}
          onMore={list.more}
          onOpen={setOpen}
          empty={<Empty title={t('line.empty')} icon="duty" />}
          toolbar={
            <button type="button" className="button button-primary" onClick={() => setOpen('new')}>
              <Icon name="plus" />
              {t('line.add')}
            </button>
          }
          columns={[
            {
              key: 'category',
              title: t('line.category'),
              cell: (line) => (
                <>
                  {nameOf(line.category)} <code className="admin-value">{line.category}</code>
                </>
              ),
              width: 220,
            },
            {
              key: 'area',
              title: t('line.area'),
              cell: (line) => (
                <>
                  {line.areaName} <code className="admin-value">{line.areaCode}</code>
                </>
              ),
              width: 200,
            },
            { key: 'lead', title: t('line.lead'), cell: (line) => line.leadName },
            { key: 'assist', title: t('line.assist'), cell: (line) => line.assist.map(({ name }) => name).join(t('admin:comma')) || '—' },
            { key: 'limit', title: t('line.limit'), cell: (line) => limitText(line.limit), width: 130 },
            {
              key: 'acts',
              title: t('line.acts'),
              cell: (line) => (
                <span className="admin-row-acts">
                  <button
                    type="button"
                    className="button button-quiet button-icon"
                    aria-label={t('line.edit', { category: nameOf(line.category), area: line.areaName })}
                    onClick={() => setOpen(line)}
                  >
                    <Icon name="edit" />
                  </button>
                  <button
                    type="button"
                    className="button button-quiet button-icon"
                    aria-label={t('line.removeOne', { category: nameOf(line.category), area: line.areaName })}
                    disabled={drop.isPending}
                    onClick={() => void remove(line)}
                  >
                    <Icon name="trash" />
                  </button>
                </span>
              ),
              width: 110,
              fixed: 'end',
            },
          ]}
        />
      )}
      {open && <LineForm {...(open === 'new' ? {} : { line: open })} nameOf={nameOf} onClose={() => setOpen(null)} />}
    </div>
  );
}

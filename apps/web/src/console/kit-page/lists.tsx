import { useState } from 'react';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { DueText } from '../../kit/due-text.tsx';
import { FilterBar } from '../../kit/filter-bar.tsx';
import { StateTag, type Tone } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { Part } from './page.tsx';

interface Row {
  key: string;
  title: string;
  tone: Tone;
  due: string;
}

export function Lists({ at }: { at: (hours: number) => string }) {
  const t = useTexts('kitPage');
  const [values, setValues] = useState<Record<string, string | undefined>>({});
  const [selected, setSelected] = useState<string[]>([]);
  const [shown, setShown] = useState<string[]>();
  const [sort, setSort] = useState('due');
  const rows: Row[] = (['new', 'turn', 'busy', 'wait'] as const).map((tone, index) => ({
    key: `K${index}`,
    title: t('row', { n: index + 1 }),
    tone,
    due: at(index * 9 - 4),
  }));
  const columns: Column<Row>[] = [
    { key: 'key', title: t('column.number'), cell: (row) => row.key, width: 100 },
    { key: 'title', title: t('column.title'), cell: (row) => row.title },
    { key: 'state', title: t('column.state'), cell: (row) => <StateTag tone={row.tone}>{t(`tone.${row.tone}`)}</StateTag>, width: 140 },
    { key: 'due', title: t('column.due'), cell: (row) => <DueText dueAt={row.due} />, width: 170, sorts: ['due', '-due'] },
  ];
  return (
    <Part name="FilterBar · DataTable">
      <div>
        <FilterBar
          first={3}
          values={values}
          onChange={(change) => setValues({ ...values, ...change })}
          filters={[
            { kind: 'text', key: 'text', label: t('filter.text') },
            {
              kind: 'choice',
              key: 'state',
              label: t('column.state'),
              several: true,
              options: ['new', 'turn', 'busy'].map((value) => ({ value, label: t(`tone.${value}`) })),
            },
            { kind: 'flag', key: 'overdue', label: t('tone.late') },
            { kind: 'days', from: 'from', to: 'to', label: t('filter.days') },
          ]}
        />
        <DataTable
          label={t('list')}
          columns={columns}
          rows={rows.filter(
            ({ title, tone }) => title.includes(values.text ?? '') && (!values.state || values.state.split(',').includes(tone)),
          )}
          rowKey={(row) => row.key}
          selected={selected}
          onSelect={setSelected}
          {...(shown ? { shown } : {})}
          onShown={setShown}
          sort={sort}
          onSort={setSort}
          onOpen={(row) => toast(row.title, 'info')}
          rowTone={(row) => (Date.parse(row.due) < Date.now() ? 'late' : undefined)}
        />
      </div>
    </Part>
  );
}

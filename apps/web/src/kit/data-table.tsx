import { Table, type TableColumnType } from 'antd';
import { type Key, type ReactNode, type ThHTMLAttributes, useEffect, useRef, useState } from 'react';
import { ColumnsChooser } from './columns-chooser.tsx';
import { Empty } from './empty.tsx';
import { useKeys } from './keys.tsx';
import { useTexts } from './language.ts';
import './data-table.css';

export interface Column<Row> {
  key: string;
  title: string;
  /** What stands in the cell. */
  cell: (row: Row) => ReactNode;
  /** Width in pixels; the columns without one share what is left. */
  width?: number;
  align?: 'start' | 'end';
  /** Stays in sight while the table scrolls sideways. */
  fixed?: 'start' | 'end';
  /** Not shown until it is chosen. */
  hidden?: boolean;
  /** The sort this heading asks for, as the list's `sort` takes it; the first is used first. */
  sorts?: readonly string[];
}

export interface DataTableProps<Row> {
  /** Names the table to who listens. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  /** Words for an empty list; a part of its own where there is more to say. */
  empty?: ReactNode;
  /** Opens a row: Enter or a click on it. */
  onOpen?: (row: Row) => void;
  selected?: readonly string[];
  onSelect?: (keys: string[]) => void;
  /** Present while the list has more rows. */
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
  /** Keys of the columns shown; chosen by the person and kept by the page (in a saved view, in the browser). */
  shown?: readonly string[];
  onShown?: (keys: string[] | undefined) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  rowTone?: (row: Row) => 'late' | 'soon' | undefined;
  /** What stands at the start of the line above the table. */
  toolbar?: ReactNode;
}

const arrows = { ascending: '↑', descending: '↓', none: '↕' };

/** A heading that sorts. The button stands here and not in the title, which the table draws a second time, unseen, to measure it. */
function HeaderCell({ onSort, children, ...rest }: ThHTMLAttributes<HTMLTableCellElement> & { onSort?: () => void }) {
  return (
    <th {...rest}>
      {onSort ? (
        <button type="button" className="data-table-sort" onClick={onSort}>
          {children}
          <span aria-hidden="true">{arrows[(rest['aria-sort'] ?? 'none') as keyof typeof arrows]}</span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}
const components = { header: { cell: HeaderCell } };

/** A list: choice of columns, selection, a row cursor on the keyboard (j, k, Enter, x), more rows on demand by cursor. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, loading, onOpen, selected, onSelect, onMore, sort, onSort, rowTone } = props;
  const t = useTexts('kit');
  const [cursor, setCursor] = useState<string | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const shown = columns.filter(({ key, hidden }) => (props.shown ? props.shown.includes(key) : !hidden));
  const at = rows.findIndex((row) => rowKey(row) === cursor);

  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) setCursor(rowKey(next));
    if (at + step >= rows.length && onMore) onMore();
  };
  const mark = (key: string) => onSelect?.(selected?.includes(key) ? selected.filter((item) => item !== key) : [...(selected ?? []), key]);
  useKeys(label, [
    { keys: 'j', label: t('keys.down'), run: () => move(1) },
    { keys: 'k', label: t('keys.up'), run: () => move(-1) },
    ...(onOpen ? [{ keys: 'o', label: t('keys.open'), run: () => rows[at] && onOpen(rows[at]) }] : []),
    ...(onSelect ? [{ keys: 'x', label: t('keys.mark'), run: () => cursor && at >= 0 && mark(cursor) }] : []),
  ]);
  useEffect(() => {
    if (cursor === null) return;
    const row = host.current?.querySelector<HTMLElement>(`tr[data-row-key="${CSS.escape(cursor)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  }, [cursor]);

  const nextSort = (sorts: readonly string[]) => sorts[(sorts.indexOf(sort ?? '') + 1) % sorts.length]!;
  const tableColumns: TableColumnType<Row>[] = shown.map((column) => ({
    key: column.key,
    title: column.title,
    onHeaderCell: () => {
      if (!column.sorts?.length) return {};
      const sorted = column.sorts.includes(sort ?? '') ? (sort?.startsWith('-') ? 'descending' : 'ascending') : 'none';
      return { 'aria-sort': sorted, onSort: () => onSort?.(nextSort(column.sorts!)) } as object;
    },
    render: (_value, row) => column.cell(row),
    align: column.align ?? 'start',
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.fixed ? { fixed: column.fixed } : {}),
  }));
  const least = shown.reduce((sum, { width }) => sum + (width ?? 220), onSelect ? 48 : 0);

  return (
    <section className="data-table" ref={host} aria-label={label} aria-busy={loading}>
      <div className="data-table-bar">
        {props.toolbar}
        {props.onShown && <ColumnsChooser columns={columns} shown={shown.map(({ key }) => key)} onShown={props.onShown} />}
      </div>
      <Table<Row>
        size="middle"
        columns={tableColumns}
        components={components}
        dataSource={rows as Row[]}
        rowKey={rowKey}
        loading={loading ?? false}
        pagination={false}
        scroll={{ x: least }}
        locale={{ emptyText: loading ? ' ' : (props.empty ?? <Empty title={t('table.empty')} icon="search" />) }}
        rowClassName={(row) => [rowTone?.(row) ? `row-${rowTone(row)}` : '', rowKey(row) === cursor ? 'row-cursor' : ''].join(' ')}
        onRow={(row) => ({
          tabIndex: rowKey(row) === (cursor ?? (rows[0] && rowKey(rows[0]))) ? 0 : -1,
          onFocus: () => setCursor(rowKey(row)),
          onClick: (event) => {
            // A click that selects words, or on a control inside the row, is not a wish to open it.
            if ((event.target as HTMLElement).closest('a, button, input, label') || getSelection()?.toString()) return;
            onOpen?.(row);
          },
          onKeyDown: (event) => {
            if (event.target !== event.currentTarget) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              move(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter') onOpen?.(row);
            else if (event.key === ' ' && onSelect) {
              event.preventDefault();
              mark(rowKey(row));
            }
          },
        })}
        {...(onSelect
          ? { rowSelection: { selectedRowKeys: [...(selected ?? [])], onChange: (keys: Key[]) => onSelect(keys.map(String)) } }
          : {})}
      />
      {rows.length > 0 && (
        <div className="data-table-foot">
          <span>{t('table.rows', { count: rows.length })}</span>
          {onMore ? (
            <button type="button" className="button" disabled={props.loadingMore} onClick={onMore}>
              {t(props.loadingMore ? 'loading' : 'table.more')}
            </button>
          ) : (
            <span>{t('table.end')}</span>
          )}
        </div>
      )}
    </section>
  );
}

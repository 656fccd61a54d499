import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useAppearance } from './appearance.ts';
import { ColumnsChooser } from './columns-chooser.tsx';
import type { Column, DataTableProps } from './data-table.tsx';
import { useKeys } from './keys.tsx';
import { useTexts } from './language.ts';
import { Heading } from './table/heading.tsx';
import { moved, readLayout, showing, widened, writeLayout } from './table/layout.ts';
import './data-table.css';
import './virtual-table.css';

/** What every table takes; more rows are asked for by themselves when the end comes near. */
type Shared =
  | 'label'
  | 'columns'
  | 'rows'
  | 'rowKey'
  | 'loading'
  | 'empty'
  | 'onMore'
  | 'loadingMore'
  | 'sort'
  | 'onSort'
  | 'rowTone'
  | 'toolbar';

interface VirtualTableProps<Row> extends Pick<DataTableProps<Row>, Shared> {
  onOpen: (row: Row) => void;
  selected: readonly string[];
  onSelect: (keys: string[]) => void;
  /** Columns shown, in order, as `key` or `key:width`; kept by the page. */
  layout: readonly string[] | undefined;
  onLayout: (layout: string[] | undefined) => void;
  /** The row of the cursor, which the page may share with a map. */
  cursor: string | null;
  onCursor: (key: string) => void;
}

const rowHeights = { comfortable: 46, compact: 36 };
/** So many rows before the end the next page is asked for. */
const ahead = 30;
const box = 44;

/**
 * A long list: only the rows in sight are drawn, so that ten thousand scroll as well as ten. Columns are moved, resized and chosen; a row cursor
 * moves on the keyboard (j, k, Enter, x); rows are one line high.
 */
export function VirtualTable<Row extends object>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, selected, onSelect, onMore, loadingMore, cursor, onCursor, sort } = props;
  const t = useTexts('kit');
  const { density } = useAppearance();
  const scroller = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => readLayout(props.layout, columns), [props.layout, columns]);
  const shown = useMemo(
    () => placed.map(({ key, width }) => ({ ...columns.find((column) => column.key === key)!, width })),
    [placed, columns],
  );
  const change = (next: typeof placed) => props.onLayout(writeLayout(next, columns));
  const chosen = useMemo(() => new Set(selected), [selected]);
  const at = useMemo(() => rows.findIndex((row) => rowKey(row) === cursor), [rows, rowKey, cursor]);
  const height = rowHeights[density];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    // The row of the cursor stays drawn wherever one scrolls: it may hold the focus.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is the occasion
  useEffect(() => virtual.measure(), [height]);
  const drawn = virtual.getVirtualItems();
  const inSight = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (onMore && !loadingMore && rows.length > 0 && inSight >= rows.length - ahead) onMore();
  }, [onMore, loadingMore, rows.length, inSight]);

  const go = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    onCursor(rowKey(row));
    virtual.scrollToIndex(Math.min(rows.length - 1, Math.max(0, index)), { align: 'auto' });
  };
  const lastMarked = useRef<string | null>(null);
  const mark = (key: string, range: boolean) => {
    const from = range ? rows.findIndex((row) => rowKey(row) === lastMarked.current) : -1;
    const to = rows.findIndex((row) => rowKey(row) === key);
    lastMarked.current = key;
    if (from >= 0 && to >= 0) {
      const keys = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowKey);
      onSelect([...new Set([...selected, ...keys])]);
    } else onSelect(chosen.has(key) ? selected.filter((item) => item !== key) : [...selected, key]);
  };
  useKeys(label, [
    { keys: 'j', label: t('keys.down'), run: () => go(at + 1) },
    { keys: 'k', label: t('keys.up'), run: () => go(at - 1) },
    { keys: 'o', label: t('keys.open'), run: () => rows[at] && onOpen(rows[at]) },
    { keys: 'x', label: t('keys.mark'), run: () => cursor !== null && at >= 0 && mark(cursor, false) },
  ]);
  // A cursor that was moved takes the focus along, so that Enter and the reader of a screen follow it.
  const moving = useRef<string | null>(cursor);
  useEffect(() => {
    if (cursor === null || cursor === moving.current) return;
    moving.current = cursor;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-row-key="${CSS.escape(cursor)}"]`);
    if (row && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
  });
  // Back from a row: the list shows where one was.
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current || rows.length === 0) return;
    restored.current = true;
    if (at > 0) virtual.scrollToIndex(at, { align: 'center' });
  }, [rows.length, at, virtual]);

  const allMarked = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)));
  const total = placed.reduce((sum, { width }) => sum + width, box);
  const latest = useRef({ mark, onOpen, onCursor, go, at });
  latest.current = { mark, onOpen, onCursor, go, at };
  const act = useCallback((name: 'mark' | 'open' | 'cursor' | 'step', row: Row, key: string, detail: number | boolean) => {
    const now = latest.current;
    if (name === 'mark') now.mark(key, detail === true);
    else if (name === 'open') now.onOpen(row);
    else if (name === 'cursor') now.onCursor(key);
    else now.go(now.at + Number(detail));
  }, []);
  let end = 0;
  return (
    <section className="data-table virtual-table" aria-label={label} aria-busy={props.loading}>
      <div className="data-table-bar">
        {props.toolbar}
        <ColumnsChooser
          columns={[...shown, ...columns.filter(({ key }) => !placed.some((one) => one.key === key))]}
          shown={placed.map(({ key }) => key)}
          onShown={(keys) => (keys ? change(showing(placed, keys, columns)) : props.onLayout(undefined))}
          onMove={(key, step) => change(moved(placed, key, placed.findIndex((one) => one.key === key) + step))}
          widthOf={(key) => placed.find((one) => one.key === key)?.width ?? 0}
          onWidth={(key, width) => change(widened(placed, key, width))}
        />
      </div>
      <div className="virtual-table-scroll" ref={scroller} tabIndex={rows.length === 0 ? 0 : -1}>
        <table style={{ width: total }} aria-rowcount={onMore ? -1 : rows.length + 1}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="virtual-table-box">
                <input
                  type="checkbox"
                  aria-label={t('table.all')}
                  checked={allMarked}
                  onChange={() => onSelect(allMarked ? [] : rows.map(rowKey))}
                />
              </th>
              {shown.map((column, index) => (
                <Heading
                  key={column.key}
                  className={fixedClass(column, index)}
                  column={column}
                  width={column.width}
                  sorted={sortedBy(column.sorts, sort)}
                  onSort={() => props.onSort?.(column.sorts![(column.sorts!.indexOf(sort ?? '') + 1) % column.sorts!.length]!)}
                  onWidth={(width) => change(widened(placed, column.key, width))}
                  onDropped={(key) => change(moved(placed, key, index))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.flatMap((item) => {
              const row = rows[item.index];
              if (!row) return [];
              const key = rowKey(row);
              const gap = item.start - end;
              end = item.end;
              return [
                ...(gap > 0 ? [<Gap key={`gap-${item.index}`} height={gap} />] : []),
                <Line
                  key={key}
                  row={row}
                  name={key}
                  index={item.index}
                  height={height}
                  columns={shown}
                  marked={chosen.has(key)}
                  isCursor={key === cursor}
                  isFirst={item.index === 0 && at < 0}
                  tone={props.rowTone?.(row)}
                  act={act as never}
                  markLabel={t('keys.mark')}
                />,
              ];
            })}
            {virtual.getTotalSize() - end > 0 && <Gap height={virtual.getTotalSize() - end} />}
          </tbody>
        </table>
        {rows.length === 0 && !props.loading && props.empty}
      </div>
      {rows.length > 0 && (
        <div className="data-table-foot">
          <span>{t('table.rows', { count: rows.length })}</span>
          <span>{onMore ? (loadingMore ? t('loading') : '') : t('table.end')}</span>
        </div>
      )}
    </section>
  );
}

/** The first column may stay in sight while the others scroll sideways. */
const fixedClass = (column: { fixed?: 'start' | 'end' }, at: number) =>
  at === 0 && column.fixed === 'start' ? 'virtual-table-fixed' : undefined;

function sortedBy(sorts: readonly string[] | undefined, sort: string | undefined) {
  if (!sorts?.length) return undefined;
  if (!sorts.includes(sort ?? '')) return 'none' as const;
  return sort?.startsWith('-') ? ('descending' as const) : ('ascending' as const);
}

/** The room of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus by itself, and this one holds nothing
    <tr className="virtual-table-gap" aria-hidden="true" style={{ height }}>
      <td />
    </tr>
  );
}

interface LineProps<Row> {
  row: Row;
  name: string;
  index: number;
  height: number;
  columns: readonly (Column<Row> & { width: number })[];
  marked: boolean;
  isCursor: boolean;
  isFirst: boolean;
  tone: 'late' | 'soon' | undefined;
  act: (name: 'mark' | 'open' | 'cursor' | 'step', row: Row, key: string, detail: number | boolean) => void;
  markLabel: string;
}

/** One row; drawn again only when what it shows has changed. */
const Line = memo(
  function Line<Row>({ row, name, index, height, columns, marked, isCursor, isFirst, tone, act, markLabel }: LineProps<Row>) {
    return (
      <tr
        data-row-key={name}
        aria-rowindex={index + 2}
        data-marked={marked || undefined}
        className={`${tone ? `row-${tone}` : ''} ${isCursor ? 'row-cursor' : ''}`}
        style={{ height }}
        tabIndex={isCursor || isFirst ? 0 : -1}
        onFocus={() => act('cursor', row, name, 0)}
        onClick={(event) => {
          // A click that selects words, or on a control inside the row, is not a wish to open it.
          if ((event.target as HTMLElement).closest('a, button, input, label') || getSelection()?.toString()) return;
          act('open', row, name, 0);
        }}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return;
          const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -1e9, End: 1e9 };
          const step = steps[event.key];
          if (step !== undefined) {
            event.preventDefault();
            act('step', row, name, step);
          } else if (event.key === 'Enter') act('open', row, name, 0);
          else if (event.key === ' ') {
            event.preventDefault();
            act('mark', row, name, event.shiftKey);
          }
        }}
      >
        <td className="virtual-table-box">
          <input
            type="checkbox"
            tabIndex={isCursor || isFirst ? 0 : -1}
            aria-label={`${markLabel} ${name}`}
            checked={marked}
            onChange={(event) => act('mark', row, name, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </td>
        {columns.map((column, at) => (
          <td key={column.key} className={fixedClass(column, at)} style={{ textAlign: column.align ?? 'start' }}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.columns === b.columns &&
    a.marked === b.marked &&
    a.isCursor === b.isCursor &&
    a.isFirst === b.isFirst &&
    a.tone === b.tone &&
    a.height === b.height &&
    a.index === b.index &&
    a.markLabel === b.markLabel,
) as <Row>(props: LineProps<Row>) => ReactNode;

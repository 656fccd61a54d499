import { type PointerEvent, useRef, useState } from 'react';

const arrows = { ascending: '↑', descending: '↓', none: '↕' };

interface HeadingProps {
  column: { key: string; title: string; align?: 'start' | 'end' };
  width: number;
  /** How the list is sorted by this column; missing where it cannot be. */
  sorted?: keyof typeof arrows | undefined;
  onSort: () => void;
  onWidth: (width: number) => void;
  /** Another column was dropped on this one. */
  onDropped: (key: string) => void;
  className?: string | undefined;
}

const dragged = 'application/x-gongzhi-column';

/** Head of a column: sorts on a press, is dragged to another place by its words and wider by its edge. The keyboard has the chooser of columns. */
export function Heading({ column, width, sorted, onSort, onWidth, onDropped, className }: HeadingProps) {
  const cell = useRef<HTMLTableCellElement>(null);
  const from = useRef<{ x: number; width: number } | null>(null);
  const [over, setOver] = useState(false);
  const pull = (event: PointerEvent) => {
    if (!from.current || !cell.current) return;
    // Drawn at once by the browser alone; the list learns of it when the pointer lets go.
    cell.current.style.width = `${Math.max(40, from.current.width + event.clientX - from.current.x)}px`;
  };
  return (
    <th
      ref={cell}
      scope="col"
      className={`${className ?? ''} ${over ? 'virtual-table-over' : ''}`}
      style={{ width, textAlign: column.align ?? 'start' }}
      {...(sorted ? { 'aria-sort': sorted } : {})}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragged, column.key)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const key = event.dataTransfer.getData(dragged);
        if (key && key !== column.key) onDropped(key);
      }}
    >
      {sorted ? (
        <button type="button" className="data-table-sort" onClick={onSort}>
          {column.title}
          <span aria-hidden="true">{arrows[sorted]}</span>
        </button>
      ) : (
        column.title
      )}
      <span
        className="virtual-table-edge"
        aria-hidden="true"
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, width };
        }}
        onPointerMove={pull}
        onPointerUp={(event) => {
          if (from.current) onWidth(from.current.width + event.clientX - from.current.x);
          from.current = null;
        }}
      />
    </th>
  );
}

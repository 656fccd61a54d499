import type { ReactNode } from 'react';
import './command.css';

interface FigureProps {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** Opens the rows behind the figure; a figure without rows is no button. */
  onOpen?: () => void;
  /** Whether its rows are what the list shows now. */
  on?: boolean;
}

/** One figure with what it counts; pressing it shows its rows in the list. */
export function Figure({ label, value, note, onOpen, on = false }: FigureProps) {
  const inner = (
    <>
      <span>{label}</span>
      <strong>{value}</strong>
      {note && <span>{note}</span>}
    </>
  );
  return onOpen ? (
    <button type="button" className="card command-figure" aria-pressed={on} onClick={onOpen}>
      {inner}
    </button>
  ) : (
    <div className="card command-figure">{inner}</div>
  );
}

export const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)} %`);

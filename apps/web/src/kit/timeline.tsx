import type { ReactNode } from 'react';
import { useDates } from './dates.ts';
import './timeline.css';

export interface TimelineItem {
  id: string | number;
  at: string;
  title: ReactNode;
  /** Who did it, in what capacity. */
  by?: ReactNode;
  body?: ReactNode;
  /** As in StateTag. */
  tone?: string;
  /** Something seen by staff only or similar; stands beside the title. */
  mark?: ReactNode;
}

/** A history, in the order given. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  const dates = useDates();
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`timeline-item timeline-${item.tone ?? 'stop'}`}>
          <div className="timeline-head">
            <strong>{item.title}</strong>
            {item.mark}
            <time dateTime={item.at} title={dates.moment(item.at)}>
              {dates.ago(item.at)}
            </time>
          </div>
          {item.by && <div className="timeline-by">{item.by}</div>}
          {item.body && <div className="timeline-body">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}

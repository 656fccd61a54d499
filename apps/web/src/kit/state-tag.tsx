import type { ReactNode } from 'react';
import './state-tag.css';

/** Meanings of a state as the life cycles declare them, and those of a deadline or a figure. */
export const tones = ['new', 'turn', 'busy', 'wait', 'good', 'stop', 'warn', 'late'] as const;
export type Tone = (typeof tones)[number];

/**
 * A state with its colour and a shape that says the same to who does not see colours: hollow for new and waiting,
 * half for in hand, full for ended. An unknown tone is drawn plain.
 */
export function StateTag({ tone, children }: { tone: string; children: ReactNode }) {
  const known = tones.includes(tone as Tone) ? tone : 'stop';
  return (
    <span className={`state state-${known}`}>
      <span className="state-mark" aria-hidden="true" />
      {children}
    </span>
  );
}

/** A small word beside a title, such as a category or a channel; carries no state. */
export function Tag({ tone = 'grey', children }: { tone?: 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'violet'; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

import { useRef, useState } from 'react';

/** A value with the way back: `change` remembers what was, `undo` returns to it. A drag that changes many times in one go counts once a `change`. */
export function useUndo<T>(value: T, onChange: (value: T) => void) {
  const past = useRef<T[]>([]);
  const [, draw] = useState(0);
  return {
    change: (next: T) => {
      if (next === value) return;
      past.current = [...past.current.slice(-99), value];
      onChange(next);
      draw(past.current.length);
    },
    undo: () => {
      if (past.current.length === 0) return;
      onChange(past.current.pop() as T);
      draw(past.current.length);
    },
    steps: past.current.length,
  };
}

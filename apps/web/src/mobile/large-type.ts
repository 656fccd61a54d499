import { useSyncExternalStore } from 'react';

const storageKey = 'gongzhi.large-type';
const listeners = new Set<() => void>();
let large = false;
try {
  large = localStorage.getItem(storageKey) === 'on';
} catch {
  // A browser that keeps nothing starts with ordinary type.
}

/** All sizes are rem, so one larger root makes words and controls larger together. Only on the phone pages. */
export function showType(): () => void {
  document.documentElement.style.fontSize = large ? '125%' : '';
  return () => {
    document.documentElement.style.fontSize = '';
  };
}

export function useLargeType(): [boolean, (on: boolean) => void] {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => large,
  );
  return [
    shown,
    (on) => {
      large = on;
      try {
        localStorage.setItem(storageKey, on ? 'on' : 'off');
      } catch {
        // It then holds for this visit.
      }
      showType();
      for (const listener of listeners) listener();
    },
  ];
}

import { useSyncExternalStore } from 'react';

export type Scheme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
interface Appearance {
  scheme: Scheme;
  density: Density;
}

const storageKey = 'gongzhi.appearance';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function remembered(): Appearance {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return {
      scheme: ['light', 'dark'].includes(kept.scheme) ? kept.scheme : 'system',
      density: kept.density === 'compact' ? 'compact' : 'comfortable',
    };
  } catch {
    return { scheme: 'system', density: 'comfortable' };
  }
}
let chosen = remembered();
let shown = { ...chosen, isDark: false };

/** Writes the choice onto <html>, where theme.css reads it. */
function show() {
  const isDark = chosen.scheme === 'dark' || (chosen.scheme === 'system' && dark.matches);
  shown = { ...chosen, isDark };
  document.documentElement.dataset.scheme = isDark ? 'dark' : 'light';
  document.documentElement.dataset.density = chosen.density;
  for (const listener of listeners) listener();
}

export function startAppearance(): void {
  dark.addEventListener('change', show);
  show();
}

export function changeAppearance(change: Partial<Appearance>): void {
  chosen = { ...chosen, ...change };
  localStorage.setItem(storageKey, JSON.stringify(chosen));
  show();
}

export function useAppearance(): Appearance & { isDark: boolean } {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

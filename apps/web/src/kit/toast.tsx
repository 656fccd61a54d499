import { useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import './toast.css';

interface Toast {
  id: number;
  tone: 'done' | 'problem' | 'info';
  text: string;
  /** One thing that can be done about it, such as taking it back. */
  action?: { label: string; run: () => void };
}

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]) => {
  shown = next;
  for (const listener of listeners) listener();
};

/** Says briefly what came of an act; read aloud. A refusal that needs an answer stands at its field, not here. */
export function toast(text: string, tone: Toast['tone'] = 'done', action?: Toast['action']): void {
  last += 1;
  const id = last;
  set([...shown.slice(-2), { id, tone, text, ...(action ? { action } : {}) }]);
  setTimeout(() => drop(id), action ? 12_000 : tone === 'problem' ? 8000 : 4000);
}
const drop = (id: number) => set(shown.filter((item) => item.id !== id));

/** Does what the latest toast offers, for who does not leave the keyboard; nothing where none offers anything. */
export function takeOffer(): void {
  const offer = shown.findLast(({ action }) => action);
  if (!offer) return;
  drop(offer.id);
  offer.action?.run();
}

const icons = { done: 'check', problem: 'warning', info: 'info' } as const;

/** Stands once in the root. */
export function ToastHost() {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((item) => (
        <div key={item.id} className={`toast toast-${item.tone}`}>
          <Icon name={icons[item.tone]} />
          {item.text}
          {item.action && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => {
                drop(item.id);
                item.action?.run();
              }}
            >
              {item.action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

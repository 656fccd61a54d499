import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.ts';
import './keys.css';

export interface Shortcut {
  /** One key (`j`, `?`, `Enter`, `ArrowDown`), with modifiers (`mod+Enter`: Ctrl, on a Mac Command), or two in a row (`g c`). */
  keys: string;
  /** What it does, for the sheet. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Also while typing in a field; only for keys with a modifier or Escape. */
  inFields?: boolean;
}

const groups = new Map<symbol, { title: string; shortcuts: readonly Shortcut[] }>();
const listeners = new Set<() => void>();
let version = 0;
const changed = () => {
  version += 1;
  for (const listener of listeners) listener();
};

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type ?? '');

function pressed(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return `${mod}${alt}${event.key}`;
}

let before = '';
let beforeAt = 0;
function onKey(event: KeyboardEvent): void {
  // A composing input method owns its keys.
  if (event.isComposing || event.defaultPrevented) return;
  const key = pressed(event);
  const pair = Date.now() - beforeAt < 900 ? `${before} ${key}` : '';
  const inField = typing(event.target);
  // Two keys in a row mean what they mean together, also where the second one means something by itself.
  const bound = [...groups.values()].reverse().flatMap(({ shortcuts }) => shortcuts.filter(({ inFields }) => !inField || inFields));
  const found = (pair && bound.find(({ keys }) => keys === pair)) || bound.find(({ keys }) => keys === key);
  if (found) {
    // An open dialog owns the keyboard, except for what belongs to fields in it.
    if (document.querySelector('dialog[open]') && !found.inFields) return;
    event.preventDefault();
    before = '';
    found.run(event);
    return;
  }
  before = inField ? '' : key;
  beforeAt = Date.now();
}

/** Shortcuts that hold while the calling part is shown; they appear on the sheet under `title`. */
export function useKeys(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const print = shortcuts.map(({ keys, label }) => `${keys}=${label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the print stands for the shortcuts
  useEffect(() => {
    const id = Symbol(title);
    const live = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    groups.set(id, { title, shortcuts: live });
    if (groups.size === 1) addEventListener('keydown', onKey);
    changed();
    return () => {
      groups.delete(id);
      if (groups.size === 0) removeEventListener('keydown', onKey);
      changed();
    };
  }, [title, print]);
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  ' ': '␣',
};
const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as it stands on the keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((stroke) => (
        <span key={stroke}>
          {(stroke === '' ? [' '] : stroke.split('+')).map((part) => (
            <kbd key={part}>
              {part === 'mod'
                ? isMac
                  ? '⌘'
                  : 'Ctrl'
                : part === 'alt'
                  ? 'Alt'
                  : (names[part] ?? (part.length === 1 ? part.toUpperCase() : part))}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

let show = () => {};
/** Shows the sheet of shortcuts, for who does not know its key. */
export const showKeySheet = (): void => show();

/** Opens the sheet of shortcuts on `?`. Stands once in a frame. */
export function KeySheet() {
  const t = useTexts('kit');
  const [open, setOpen] = useState(false);
  show = () => setOpen(true);
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
  );
  useKeys(t('keys.general'), [{ keys: '?', label: t('keys.help'), run: () => setOpen(true) }]);
  return (
    <Dialog open={open} title={t('keys.title')} onClose={() => setOpen(false)} width={36}>
      {/* A long sheet is scrolled by the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached */}
      <section tabIndex={0} aria-label={t('keys.title')}>
        {[...groups.values()].map(({ title, shortcuts }) => (
          <section key={title} className="keys-group">
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyHint keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

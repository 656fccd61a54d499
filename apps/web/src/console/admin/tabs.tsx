import './admin.css';

/** Parts of one page, one of them shown; the arrows move between them as in every list of tabs. */
export function Tabs<Key extends string>({
  label,
  tabs,
  now,
  onChange,
}: {
  label: string;
  tabs: readonly { key: Key; label: string }[];
  now: Key;
  onChange: (key: Key) => void;
}) {
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex(({ key }) => key === now) + by + tabs.length) % tabs.length]!;
    onChange(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div className="admin-tabs" role="tablist" aria-label={label}>
      {tabs.map(({ key, label: words }) => (
        <button
          key={key}
          id={`tab-${key}`}
          type="button"
          role="tab"
          aria-selected={key === now}
          tabIndex={key === now ? 0 : -1}
          onClick={() => onChange(key)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1);
            if (event.key === 'ArrowLeft') step(-1);
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

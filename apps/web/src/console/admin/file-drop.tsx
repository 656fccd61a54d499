import { useId, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import './admin.css';

/** A place for one file: by the browser's own chooser, or dropped on it. */
export function FileDrop({
  label,
  hint,
  accept,
  busy = false,
  onFile,
}: {
  label: string;
  hint: string;
  accept: string;
  busy?: boolean;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      className="admin-drop"
      htmlFor={id}
      data-over={over}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file && !busy) onFile(file);
      }}
    >
      <Icon name="upload" size={28} />
      <strong>{label}</strong>
      <span aria-live="polite">{hint}</span>
      <input
        id={id}
        type="file"
        aria-label={label}
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

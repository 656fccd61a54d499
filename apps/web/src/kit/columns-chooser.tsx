import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { Popover } from './popover.tsx';

interface ColumnsChooserProps {
  columns: readonly { key: string; title: string; hidden?: boolean }[];
  shown: readonly string[];
  /** `undefined` goes back to the columns shown at first. */
  onShown: (keys: string[] | undefined) => void;
}

/** Which columns a table shows; one always stays. */
export function ColumnsChooser({ columns, shown, onShown }: ColumnsChooserProps) {
  const t = useTexts('kit');
  return (
    <Popover
      label={t('table.columns')}
      className="button"
      button={
        <>
          <Icon name="columns" />
          {t('table.columns')}
        </>
      }
    >
      {() => (
        <>
          <div className="columns-chooser">
            {columns.map(({ key, title }) => (
              <label key={key} className="check">
                <input
                  type="checkbox"
                  checked={shown.includes(key)}
                  disabled={shown.length === 1 && shown[0] === key}
                  onChange={(event) =>
                    onShown(
                      columns.map((column) => column.key).filter((item) => (item === key ? event.target.checked : shown.includes(item))),
                    )
                  }
                />
                {title}
              </label>
            ))}
          </div>
          <button type="button" className="button button-quiet button-wide" onClick={() => onShown(undefined)}>
            {t('table.reset')}
          </button>
        </>
      )}
    </Popover>
  );
}

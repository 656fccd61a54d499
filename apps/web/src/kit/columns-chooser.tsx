import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { Popover } from './popover.tsx';
import { narrowest, widest } from './table/layout.ts';

interface ColumnsChooserProps {
  columns: readonly { key: string; title: string; hidden?: boolean }[];
  shown: readonly string[];
  /** `undefined` goes back to the columns shown at first. */
  onShown: (keys: string[] | undefined) => void;
  /** Present where the order can be changed: one place up (-1) or down (1). */
  onMove?: (key: string, step: -1 | 1) => void;
  /** Present where widths can be changed: width in pixels now, and what it becomes. */
  widthOf?: (key: string) => number;
  onWidth?: (key: string, width: number) => void;
}

/** Which columns a table shows, in which order and how wide; one always stays. */
export function ColumnsChooser({ columns, shown, onShown, onMove, widthOf, onWidth }: ColumnsChooserProps) {
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
              <div key={key} className="columns-chooser-one">
                <label className="check">
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
                {onWidth && widthOf && shown.includes(key) && (
                  <input
                    type="range"
                    min={narrowest}
                    max={widest}
                    step={10}
                    value={widthOf(key)}
                    aria-label={t('table.width', { title })}
                    onChange={(event) => onWidth(key, Number(event.target.value))}
                  />
                )}
                {onMove &&
                  shown.includes(key) &&
                  ([-1, 1] as const).map((step) => (
                    <button
                      key={step}
                      type="button"
                      className="button button-quiet button-icon"
                      aria-label={t(step < 0 ? 'table.earlier' : 'table.later', { title })}
                      disabled={step < 0 ? shown[0] === key : shown.at(-1) === key}
                      onClick={() => onMove(key, step)}
                    >
                      <Icon name={step < 0 ? 'up' : 'down'} size={14} />
                    </button>
                  ))}
              </div>
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

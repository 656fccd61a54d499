import { useDates } from '../../kit/dates.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { CaseState } from './marks.tsx';
import './compare.css';

interface Side {
  number: string | null;
  title: string;
  body: string;
  state: string | null;
  openedAt: string | null;
  address: string | null;
  areaName: string;
  categoryName: string | null;
  lead: string | null;
}

interface CompareProps {
  one: Side;
  other: Side;
  /** What speaks for one and the same problem. */
  reasons: readonly string[];
  onClose: () => void;
  /** Joins the first into the second. */
  onJoin?: () => void;
}

/** Two cases side by side, line by line. */
export function Compare({ one, other, reasons, onClose, onJoin }: CompareProps) {
  const t = useTexts('matter');
  const dates = useDates();
  const rows: [string, (side: Side) => React.ReactNode][] = [
    [t('compare.title'), (side) => <strong>{side.title}</strong>],
    [t('compare.state'), (side) => (side.state ? <CaseState state={side.state} /> : t('compare.unrecorded'))],
    [t('compare.opened'), (side) => (side.openedAt ? dates.moment(side.openedAt) : '—')],
    [t('compare.place'), (side) => [side.areaName, side.address].filter(Boolean).join(' · ')],
    [t('compare.category'), (side) => side.categoryName ?? t('uncategorised')],
    [t('compare.lead'), (side) => side.lead ?? t('noUnit')],
    [t('compare.body'), (side) => <p className="compare-body">{side.body}</p>],
  ];
  return (
    <Dialog
      open
      title={t('compare.heading')}
      onClose={onClose}
      width={60}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('compare.apart')}
          </button>
          {onJoin && (
            <button type="button" className="button button-primary" onClick={onJoin}>
              {t('compare.join', { number: other.number ?? '' })}
            </button>
          )}
        </>
      }
    >
      <p className="compare-reasons">
        {reasons.map((reason) => (
          <Tag key={reason} tone="blue">
            {reason}
          </Tag>
        ))}
      </p>
      <div className="compare-scroll">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('compare.heading')}</span>
              </th>
              <th scope="col">{one.number ?? t('compare.this')}</th>
              <th scope="col">{other.number}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{cell(one)}</td>
                <td>{cell(other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

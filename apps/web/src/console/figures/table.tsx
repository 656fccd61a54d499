import { type RateName, type RatesRow, rateNames } from '@gongzhi/contract/cases';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../shell/language.ts';
import { hasSides, isSmall, percent, type RateValue } from './rate-text.ts';

type Volume = keyof RatesRow['volume'];
export const volumes: readonly Volume[] = ['reported', 'filed', 'dispatched', 'closed', 'open', 'openOverdue', 'reopened', 'returned'];
type SortKey = 'key' | Volume | RateName;
const rowsShown = 100;

interface TableProps {
  total: RatesRow;
  rows: readonly RatesRow[];
  label: string;
  nameLabel: string;
  /** Opens what is behind a figure; the row is null for the total. */
  onOpen: (rate: RateName, row: RatesRow | null) => void;
  /** How a row is named: a way deeper into it where there is one. */
  name: (row: RatesRow) => ReactNode;
}

/** The figures of a period: the total, then a row each, with what every rate was computed from. */
export function RatesTable({ total, rows, label, nameLabel, onOpen, name }: TableProps) {
  const t = useTexts('figures');
  const [sort, setSort] = useState<{ key: SortKey; down: boolean }>({ key: 'key', down: false });
  const [all, setAll] = useState(false);
  const sortValue = (row: RatesRow): string | number =>
    sort.key === 'key' ? row.key : sort.key in row.volume ? row.volume[sort.key as Volume] : (row.rates[sort.key as RateName].value ?? -1);
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [sortValue(a), sortValue(b)];
    return (one < other ? -1 : one > other ? 1 : 0) * (sort.down ? -1 : 1);
  });
  const shown = all ? sorted : sorted.slice(0, rowsShown);
  const heading = (key: SortKey, words: string) => (
    <th key={key} scope="col" aria-sort={sort.key === key ? (sort.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => setSort({ key, down: sort.key === key ? !sort.down : key !== 'key' })}>
        {words}
        <span aria-hidden="true">{sort.key === key ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
  const line = (row: RatesRow, isTotal: boolean) => (
    <tr key={row.key} className={isTotal ? 'figures-total' : undefined}>
      <th scope="row">{isTotal ? t('total') : name(row)}</th>
      {rateNames.map((rate) => (
        <td key={rate}>
          <RateCell
            rate={row.rates[rate]}
            sided={hasSides(rate)}
            label={`${isTotal ? t('total') : row.name} ${t(`rate.${rate}`)}`}
            onOpen={() => onOpen(rate, isTotal ? null : row)}
          />
        </td>
      ))}
      {volumes.map((volume) => (
        <td key={volume} className={volume === 'openOverdue' && row.volume[volume] > 0 ? 'figures-late' : undefined}>
          {row.volume[volume]}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="card figures-table">
      <div className="figures-scroll">
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {heading('key', nameLabel)}
              {rateNames.map((rate) => heading(rate, t(`rate.${rate}`)))}
              {volumes.map((volume) => heading(volume, t(`volume.${volume}`)))}
            </tr>
          </thead>
          <tbody>
            {line(total, true)}
            {shown.map((row) => line(row, false))}
          </tbody>
        </table>
      </div>
      {!all && sorted.length > rowsShown && (
        <button type="button" className="button button-quiet button-wide" onClick={() => setAll(true)}>
          {t('showAll', { count: sorted.length })}
        </button>
      )}
    </div>
  );
}

function RateCell({ rate, sided, label, onOpen }: { rate: RateValue; sided: boolean; label: string; onOpen: () => void }) {
  const t = useTexts('figures');
  if (rate.value === null) return <span className="figures-nothing">—</span>;
  return (
    <button
      type="button"
      className="figures-open"
      data-few={(sided && isSmall(rate)) || undefined}
      aria-label={`${label} ${percent(rate.value)}`}
      onClick={onOpen}
    >
      <strong>{percent(rate.value)}</strong>
      {sided && (
        <small>
          {isSmall(rate) && <span className="figures-few">{t('small')} </span>}
          {rate.numerator} / {rate.denominator}
        </small>
      )}
    </button>
  );
}

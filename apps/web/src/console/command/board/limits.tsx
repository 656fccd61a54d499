import { type BoardRules, board, watched } from '@gongzhi/contract/board';
import { useEffect, useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { Refused } from '../../admin/form-dialog.tsx';

type Threshold = BoardRules['thresholds'][number];

/** The limits above which a figure raises an alert. */
export function Limits() {
  const t = useTexts('themes');
  const may = useMay();
  const found = useCall(board.readRules, {});
  const [rows, setRows] = useState<readonly Threshold[]>([]);
  const write = useAct(board.writeRules, { stale: [board.readRules], onDone: () => toast(t('limits.saved')) });
  useEffect(() => setRows(found.data?.rules.thresholds ?? []), [found.data]);
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading lines={5} />;
  const { version, rules } = found.data;
  const edits = may('supervision.edit');
  const set = (id: string, part: Partial<Threshold>) => setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <form
      className="card theme-limits"
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ body: { version, rules: { ...rules, thresholds: [...rows] } } });
      }}
    >
      <p className="field-hint">{t(edits ? 'limits.hint' : 'limits.readOnly')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('limits.figure')}</th>
            <th scope="col">{t('limits.where')}</th>
            <th scope="col">{t('limits.limit')}</th>
            <th scope="col">{t('limits.active')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('limits.remove', { name: '' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <select
                  className="input"
                  aria-label={t('limits.figure')}
                  disabled={!edits}
                  value={row.figure}
                  onChange={(event) => set(row.id, { figure: event.target.value as Threshold['figure'] })}
                >
                  {watched.map((figure) => (
                    <option key={figure} value={figure}>
                      {t(`limits.${figure}`)}
                    </option>
                  ))}
                </select>
              </th>
              <td>{row.area ?? t('limits.everywhere')}</td>
              <td>
                <input
                  className="input"
                  type="number"
                  min={1}
                  disabled={!edits}
                  aria-label={`${t(`limits.${row.figure}`)} ${t('limits.limit')}`}
                  value={row.limit}
                  onChange={(event) => set(row.id, { limit: Number(event.target.value) })}
                />
              </td>
              <td>
                <input
                  type="checkbox"
                  disabled={!edits}
                  aria-label={`${t(`limits.${row.figure}`)} ${t('limits.active')}`}
                  checked={row.active}
                  onChange={(event) => set(row.id, { active: event.target.checked })}
                />
              </td>
              <td>
                {edits && (
                  <button
                    type="button"
                    className="button button-quiet button-icon"
                    aria-label={t('limits.remove', { name: t(`limits.${row.figure}`) })}
                    onClick={() => setRows(rows.filter((one) => one.id !== row.id))}
                  >
                    <Icon name="close" />
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {write.error && <Refused problem={write.error} />}
      {edits && (
        <div className="theme-bar">
          <button
            type="button"
            className="button"
            onClick={() => setRows([...rows, { id: `limit-${Date.now().toString(36)}`, figure: 'open', limit: 1000, active: true }])}
          >
            <Icon name="plus" />
            {t('limits.add')}
          </button>
          <button type="submit" className="button button-primary" disabled={write.isPending}>
            {t('limits.submit')}
          </button>
        </div>
      )}
    </form>
  );
}

import { patrol } from '@gongzhi/contract/patrol';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import type { Asked } from './page.tsx';

const share = (failed: number, checked: number) => (checked === 0 ? 0 : failed / checked);

/** Checklist items, the most troubled first, with a small bar for each month. */
export function Safety({ asked }: { asked: Asked }) {
  const t = useTexts('patrolDesk');
  const spoken = useSpoken();
  const found = useCall(patrol.safety, { query: asked }, { keep: true });
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading lines={8} />;
  const { items } = found.data;
  if (items.length === 0) return <Empty title={t('none')} icon="shield" />;
  const highest = Math.max(0.01, ...items.flatMap((item) => item.months.map((month) => share(month.failed, month.checked))));
  return (
    <div className="card patrol-part patrol-scroll">
      <table>
        <caption className="field-hint">{t('safetyHint')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tab.safety')}</th>
            <th scope="col">{t('checked')}</th>
            <th scope="col">{t('failed')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('trend')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <th scope="row">{spoken(item.name)}</th>
              <td>{item.checked}</td>
              <td>{item.failed}</td>
              <td>{(share(item.failed, item.checked) * 100).toFixed(1)}%</td>
              <td>
                <span
                  className="patrol-trend"
                  role="img"
                  aria-label={item.months
                    .map((month) => `${month.month} ${(share(month.failed, month.checked) * 100).toFixed(1)}%`)
                    .join('，')}
                >
                  {item.months.map((month) => (
                    <i key={month.month} style={{ blockSize: `${10 + (90 * share(month.failed, month.checked)) / highest}%` }} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

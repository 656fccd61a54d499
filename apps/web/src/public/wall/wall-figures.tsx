import { cases } from '@gongzhi/contract/cases';
import { useCategoryName } from '../../resident/category-name.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

/** A cell that is too small to be told is null on the wire. */
const cell = (count: number | null) => (count === null ? '<5' : count.toLocaleString('zh-CN'));
const percent = (share: number | null) => (share === null ? null : `${(share * 100).toFixed(1)}%`);

/** The open figures of the district or of one area. Without an answer nothing is shown: the wall itself goes on. */
export function WallFigures({ area }: { area: string | undefined }) {
  const t = useTexts('public');
  const category = useCategoryName();
  const figures = useCall(cases.wallFigures, { query: area ? { area } : {} }, { keep: true, staleTime: 60_000 }).data;
  if (!figures) return null;
  const heads: readonly [string, string | null][] = [
    ['published', cell(figures.published)],
    ['open', cell(figures.open)],
    ['closed', cell(figures.closed)],
    ['onTime', percent(figures.onTime)],
    ['satisfaction', percent(figures.satisfaction)],
  ];
  return (
    <section className="wall-figures public-card" aria-label={t('figures.title')}>
      <dl>
        {heads.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd className="tabular">{value ?? t('figures.none')}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('figures.more')}</summary>
        <p className="field-hint">{t('figures.suppressed')}</p>
        <div className="wall-tables">
          <table>
            <caption>{t('figures.byArea')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('figures.area')}</th>
                <th scope="col">{t('figures.open')}</th>
                <th scope="col">{t('figures.closed')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.byArea.map((row) => (
                <tr key={row.code}>
                  <th scope="row">{row.name}</th>
                  <td>{cell(row.open)}</td>
                  <td>{cell(row.closed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table>
            <caption>{t('figures.byCategory')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('figures.categoryName')}</th>
                <th scope="col">{t('figures.count')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.byCategory.map((row) => (
                <tr key={row.code}>
                  <th scope="row">{category(row.code, row.name)}</th>
                  <td>{cell(row.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

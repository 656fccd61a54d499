import type { AnswerOf } from '@gongzhi/contract/route';
import type { territory } from '@gongzhi/contract/territory';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';

export type WholeArea = AnswerOf<typeof territory.readArea>;

export function AreaFacts({ area, onChoose }: { area: WholeArea; onChoose: (code: string) => void }) {
  const t = useTexts('areas');
  return (
    <>
      {area.ancestors.length > 0 && (
        <nav className="admin-above" aria-label={t('tree')}>
          {area.ancestors.map((above) => (
            <button key={above.code} type="button" className="button button-quiet" onClick={() => onChoose(above.code)}>
              {above.name}
            </button>
          ))}
        </nav>
      )}
      <h2>
        {area.name} <Tag tone="blue">{t(`level.${area.level}`)}</Tag> {area.type && area.type !== area.level && <Tag>{area.type}</Tag>}
      </h2>
      <dl className="admin-facts">
        <dt>{t('field.code')}</dt>
        <dd>
          <code className="admin-value">{area.code}</code> {t('field.since', { day: area.validFrom })}
        </dd>
        <dt>{t('field.size')}</dt>
        <dd className="tabular">
          {area.squareKilometres === null ? t('noBoundary') : t('field.km2', { count: Number(area.squareKilometres.toFixed(3)) })}
        </dd>
        <dt>{t('field.children')}</dt>
        <dd className="tabular">{area.children}</dd>
        {(['predecessors', 'successors'] as const).map(
          (side) =>
            area[side].length > 0 && (
              <div key={side} className="areas-line">
                <dt>{t(`field.${side}`)}</dt>
                <dd className="tabular">{area[side].join(t('admin:comma'))}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

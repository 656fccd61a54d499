import type { AnswerOf } from '@gongzhi/contract/route';
import type { whistles } from '@gongzhi/contract/whistles';
import { useDates } from '../../../kit/dates.ts';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';

type Unit = AnswerOf<typeof whistles.one>['units'][number];

/** What each unit did, and when, against its deadlines. */
export function Units({ units }: { units: readonly Unit[] }) {
  const t = useTexts('whistles');
  const dates = useDates();
  const step = (one: Unit['sign']) => (
    <>
      {one.at ? dates.moment(one.at) : t('notYet')} {one.late && <Tag tone="red">{t('late')}</Tag>}
    </>
  );
  return (
    <section className="card command-card" aria-labelledby="whistle-units">
      <h2 id="whistle-units">{t('units')}</h2>
      <div className="command-scroll">
        <table className="command-table">
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('step.sign')}</th>
              <th scope="col">{t('step.contact')}</th>
              <th scope="col">{t('step.arrive')}</th>
              <th scope="col">{t('done')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.organisation.id}>
                <th scope="row">
                  {unit.organisation.name} <Tag tone={unit.role === 'lead' ? 'blue' : 'grey'}>{t(unit.role)}</Tag>
                  <small>{unit.endedAt ? t('left') : t(unit.listed ? 'listed' : 'designated')}</small>
                </th>
                <td>{step(unit.sign)}</td>
                <td>{step(unit.contact)}</td>
                <td>
                  {step(unit.arrive)}
                  {unit.proof && (
                    <small>
                      {[unit.proof === 'code' ? t('byCode') : null, unit.metres === null ? null : t('metres', { metres: unit.metres })]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  )}
                </td>
                <td>
                  {unit.doneAt ? dates.moment(unit.doneAt) : t('waiting')}
                  {unit.rated !== null && <small>{t('rated', { rating: unit.rated })}</small>}
                  {unit.ratedBack !== null && <small>{t('ratedBack', { rating: unit.ratedBack })}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

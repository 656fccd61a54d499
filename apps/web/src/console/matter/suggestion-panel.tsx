import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useLimitText } from './limit.ts';
import type { Suggestions } from './suggested-act.ts';
import './suggestion-panel.css';

/** The suggested category and unit with their reasons, and how busy the units are that could be meant. */
export function SuggestionFacts({ found }: { found: Suggestions }) {
  const t = useTexts('matter');
  const limitText = useLimitText();
  return (
    <dl className="suggestion-facts">
      <div>
        <dt>{t('suggest.category')}</dt>
        <dd>
          {found.categories.length === 0 && t('suggest.noCategory')}
          {found.categories.slice(0, 3).map((one, index) => (
            <p key={one.code} className={index === 0 ? 'suggestion-first' : undefined}>
              {one.name} <small>{t('suggest.score', { percent: Math.round(one.score * 100) })}</small>
              {one.words.map((word) => (
                <Tag key={word}>{word}</Tag>
              ))}
            </p>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('suggest.unit')}</dt>
        <dd>
          {found.unit ? (
            <>
              <p className="suggestion-first">{found.unit.name}</p>
              <p className="suggestion-why">{found.unit.why}</p>
              {found.unit.assist.length > 0 && (
                <p>{t('suggest.assist', { names: found.unit.assist.map(({ name }) => name).join('、') })}</p>
              )}
            </>
          ) : (
            t('suggest.noUnit')
          )}
        </dd>
      </div>
      {found.limit && (
        <div>
          <dt>{t('due')}</dt>
          <dd>{limitText(found.limit)}</dd>
        </div>
      )}
      {found.load.length > 0 && (
        <div>
          <dt>{t('suggest.load')}</dt>
          <dd>
            <UnitLoad load={found.load} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What each unit has open, as a bar in which the late part stands out. */
export function UnitLoad({ load }: { load: Suggestions['load'] }) {
  const t = useTexts('matter');
  const most = Math.max(1, ...load.map(({ open }) => open));
  return (
    <ul className="unit-load">
      {load.map((unit) => (
        <li key={unit.id}>
          <span>{unit.name}</span>
          <span className="unit-load-bar" aria-hidden="true">
            <span style={{ width: `${((unit.open - unit.overdue) / most) * 100}%` }} />
            <span className="unit-load-late" style={{ width: `${(unit.overdue / most) * 100}%` }} />
          </span>
          <small>{t('suggest.loadOf', { open: unit.open, overdue: unit.overdue })}</small>
        </li>
      ))}
    </ul>
  );
}

import { matters } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { useCaseKind } from '../matter/kind.ts';

interface Drawing {
  /** Corners set so far; null while nothing is being drawn. */
  corners: number | null;
  onBegin: () => void;
  onView: () => void;
  onUndo: () => void;
  onFinish: () => void;
  onDrop: () => void;
}

/** Begins, ends and drops a drawn surface. */
export function DrawBar({ drawing, drawn }: { drawing: Drawing; drawn: boolean }) {
  const t = useTexts('map');
  const { corners, onBegin, onView, onUndo, onFinish, onDrop } = drawing;
  const active = corners !== null;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDrop();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [active, onDrop]);
  if (corners !== null)
    return (
      <fieldset className="map-draw" aria-label={t('draw.title')}>
        <span role="status">{t('draw.hint', { count: corners })}</span>
        <button type="button" className="button" disabled={corners === 0} onClick={onUndo}>
          <Icon name="back" />
          {t('draw.undo')}
        </button>
        <button type="button" className="button button-primary" disabled={corners < 3} onClick={onFinish}>
          <Icon name="check" />
          {t('draw.finish')}
        </button>
        <button type="button" className="button button-quiet" onClick={onDrop}>
          {t('draw.cancel')}
        </button>
      </fieldset>
    );
  return (
    <fieldset className="map-draw" aria-label={t('draw.title')}>
      <button type="button" className="button" onClick={onBegin}>
        <Icon name="edit" />
        {t('draw.begin')}
      </button>
      <button type="button" className="button" onClick={onView}>
        <Icon name="target" />
        {t('draw.view')}
      </button>
      {drawn && (
        <button type="button" className="button button-quiet" onClick={onDrop}>
          <Icon name="close" />
          {t('draw.drop')}
        </button>
      )}
    </fieldset>
  );
}

/** How many of what the map shows lie in the surface, by state, with the way to them as a list. */
export function SurfaceCounts({ query, search }: { query: Record<string, string>; search: Record<string, string | undefined> }) {
  const t = useTexts('map');
  const kind = useCaseKind();
  const counts = useCall(matters.counts, { query: query as never }, { keep: true }).data;
  if (!counts) return null;
  const states = Object.entries(counts.states).sort(([, one], [, other]) => other - one);
  return (
    <section className="map-counts" aria-label={t('draw.counts')}>
      <p>
        <strong className="tabular">{t(counts.capped ? 'draw.over' : 'draw.total', { count: counts.total })}</strong>
        {counts.overdue > 0 && <Tag tone="red">{t('draw.overdue', { count: counts.overdue })}</Tag>}
      </p>
      <ul>
        {states.map(([state, count]) => (
          <li key={state}>
            {kind.state(state).label} <span className="tabular">{count}</span>
          </li>
        ))}
      </ul>
      <Link className="button" to={'/console/cases' as never} search={search as never}>
        <Icon name="list" />
        {t('draw.open')}
      </Link>
    </section>
  );
}

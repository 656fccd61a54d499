import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint } from '../../kit/keys.tsx';
import { useTexts } from '../../shell/language.ts';

export interface Saved {
  number: string;
  areaName: string;
  dueAt: string | null;
  /** The case that it was joined to; a problem where that was refused. */
  joined: string | null;
  joinRefused: string | null;
}

/** The number to tell the caller, and the way on. */
export function SavedCall({ saved, onNext }: { saved: Saved; onNext: () => void }) {
  const t = useTexts('desk');
  const dates = useDates();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <section className="card desk-saved" role="status" aria-label={t('saved.title')}>
      <Icon name="check" size={28} />
      <div>
        <p>{t('saved.title')}</p>
        <p className="desk-saved-number">{saved.number}</p>
        <p>
          {saved.areaName}
          {saved.dueAt && ` · ${t('saved.due', { at: dates.moment(saved.dueAt) })}`}
        </p>
        {saved.joined && <p>{t('saved.joined', { number: saved.joined })}</p>}
        {saved.joinRefused && <p className="field-problem">{t('saved.joinRefused', { reason: saved.joinRefused })}</p>}
      </div>
      <div className="desk-saved-actions">
        <button ref={next} type="button" className="button button-primary button-large" onClick={onNext}>
          {t('saved.next')} <KeyHint keys="alt+n" />
        </button>
        <Link className="button" to="/console/cases/$number" params={{ number: saved.number } as never}>
          {t('saved.open')}
        </Link>
      </div>
    </section>
  );
}

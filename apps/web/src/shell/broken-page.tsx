import type { ErrorComponentProps } from '@tanstack/react-router';
import { Notice } from '../kit/notice.tsx';
import { ApiProblem } from './api.ts';
import { useTexts } from './language.ts';

/** A build replaced while the page was open no longer has the old chunks; browsers word it differently. */
const isStaleBuild = (error: Error) => /dynamically imported module|module script|preload/i.test(error.message);

export function BrokenPage({ error: thrown }: ErrorComponentProps) {
  const t = useTexts('shell');
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const stale = isStaleBuild(error);
  const trace = error instanceof ApiProblem ? [error.code, error.trace].filter(Boolean).join(' · ') : error.message;
  return (
    <Notice
      mark="!"
      title={t(stale ? 'stale.title' : 'broken.title')}
      body={t(stale ? 'stale.body' : 'broken.body')}
      code={stale ? undefined : trace}
    >
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {t('broken.again')}
      </button>
    </Notice>
  );
}

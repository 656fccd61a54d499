import type { MatterDetail } from '@gongzhi/contract/matters';
import type { ReactNode } from 'react';
import { Timeline } from '../../kit/timeline.tsx';
import { useTexts } from '../../shell/language.ts';
import { entriesSince } from './entries-since.ts';
import { useCaseKind } from './kind.ts';
import { CaseState } from './marks.tsx';

/** What somebody else did to a case since it was looked at. */
export function ConflictNote({ before, now, children }: { before: MatterDetail; now: MatterDetail; children?: ReactNode }) {
  const t = useTexts('matter');
  const kind = useCaseKind();
  const entries = entriesSince(before, now);
  return (
    <section className="conflict-note" role="alert" aria-label={t('act.conflict')}>
      <p>
        <strong>{t('act.conflict')}</strong>
      </p>
      {entries.length === 0 && <p>{t('act.conflictNothing')}</p>}
      <Timeline
        label={t('act.reload')}
        items={entries.map((entry) => ({
          id: entry.no,
          at: entry.at,
          title: kind.action(entry.action),
          by: [entry.actor.name, entry.actor.organisation].filter(Boolean).join(' · '),
          body: entry.note,
          tone: kind.state(entry.to).tone,
        }))}
      />
      <p className="conflict-note-state">
        <span>{t('act.conflictState')}</span> <CaseState state={now.state} />
      </p>
      {children}
    </section>
  );
}

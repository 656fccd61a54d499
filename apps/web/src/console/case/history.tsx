import type { MatterDetail } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { Choice } from '../../kit/pills.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCaseKind } from '../matter/kind.ts';
import { entryFacts } from './entry-facts.ts';

const audiences = ['all', 'public', 'reporter', 'internal'] as const;

/** What happened, newest first; narrowed to what one audience reads. */
export function History({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const kind = useCaseKind();
  const [audience, setAudience] = useState<(typeof audiences)[number]>('all');
  const entries = matter.entries.filter(({ visibility }) => audience === 'all' || visibility === audience).toSorted((a, b) => b.no - a.no);
  return (
    <section className="card case-card" aria-labelledby="case-history">
      <div className="case-card-head">
        <h2 id="case-history">{t('history.title')}</h2>
        <Choice
          name="audience"
          className="case-audience"
          label={t('history.audience')}
          isLabelHidden
          value={audience}
          onChange={setAudience}
          options={audiences.map((one) => ({ value: one, label: one === 'all' ? t('history.all') : t(`matter:audience.${one}`) }))}
        />
      </div>
      {entries.length === 0 && <p className="field-hint">{t('history.none')}</p>}
      <Timeline
        label={t('history.title')}
        items={entries.map((entry) => {
          const facts = entryFacts(entry, kind.outcome);
          return {
            id: entry.no,
            at: entry.at,
            title: kind.action(entry.action),
            by: [entry.actor.name, entry.actor.post, entry.actor.organisation].filter(Boolean).join(' · '),
            tone: kind.state(entry.to).tone,
            mark: (
              <>
                {entry.from !== entry.to && <Tag tone="blue">{kind.state(entry.to).label}</Tag>}
                {entry.visibility !== 'internal' && <Tag tone="green">{t(`matter:audience.${entry.visibility}`)}</Tag>}
              </>
            ),
            body:
              entry.withdrawn || entry.note || facts.length > 0 ? (
                <>
                  {entry.withdrawn && <em>{t('history.withdrawn')}</em>}
                  {facts.map(({ key, value }) => (
                    <span key={key} className="case-entry-fact">
                      <span className="case-entry-key">{t(`fact.${key}`)}</span> {value}
                    </span>
                  ))}
                  {entry.note}
                </>
              ) : undefined,
          };
        })}
      />
    </section>
  );
}

import type { MatterDetail } from '@gongzhi/contract/matters';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';

/** The shares of the units side by side: lead, assisting, supervising; those that ended stand last. */
export function Parts({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const dates = useDates();
  if (matter.parts.length === 0) return null;
  const order = { lead: 0, assist: 1, supervise: 2 };
  const parts = matter.parts.toSorted((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || order[a.role] - order[b.role]);
  const step = (at: string | null) => (at ? dates.ago(at) : '—');
  return (
    <section className="card case-card" aria-labelledby="case-parts">
      <h2 id="case-parts">{t('parts.title')}</h2>
      <ul className="case-parts">
        {parts.map((part) => (
          <li key={part.id} data-ended={part.endedAt !== null || undefined}>
            <p className="case-part-head">
              <Tag tone={part.role === 'lead' ? 'blue' : 'grey'}>{t(`matter:role.${part.role}`)}</Tag>
              <strong>{part.organisation.name}</strong>
              {part.endedAt ? <Tag>{t('parts.ended')}</Tag> : <DueText dueAt={part.dueAt} endedAt={part.doneAt} />}
            </p>
            <dl className="case-part-steps">
              <div>
                <dt>{t('parts.assigned')}</dt>
                <dd>{step(part.assignedAt)}</dd>
              </div>
              <div>
                <dt>{t('parts.signed')}</dt>
                <dd>{step(part.signedAt)}</dd>
              </div>
              <div>
                <dt>{t('parts.arrived')}</dt>
                <dd>{step(part.arrivedAt)}</dd>
              </div>
              <div>
                <dt>{t('parts.done')}</dt>
                <dd>{step(part.doneAt)}</dd>
              </div>
            </dl>
            {part.result && <p className="case-part-result">{part.result}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

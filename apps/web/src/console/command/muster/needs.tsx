import { muster } from '@gongzhi/contract/muster';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { SchemaForm } from '../../../kit/schema-form/schema-form.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';

/** What is needed, and what of it is met. */
export function Needs({ number, needs, running }: { number: string; needs: AnswerOf<typeof muster.read>['needs']; running: boolean }) {
  const t = useTexts('musterDesk');
  const [adding, setAdding] = useState(false);
  const add = useAct(muster.addNeed, { stale: [muster.read], onDone: () => setAdding(false) });
  const meet = useAct(muster.meetNeed, { stale: [muster.read] });
  return (
    <section className="card tasks-card">
      <div className="muster-head">
        <h2>{t('needs.title')}</h2>
        {running && (
          <button type="button" className="button muster-noprint" onClick={() => setAdding(true)}>
            {t('needs.add')}
          </button>
        )}
      </div>
      {needs.length === 0 && <p className="field-hint">{t('needs.none')}</p>}
      <ul className="tasks-findings">
        {needs.map((need) => (
          <li key={need.id} className="muster-head">
            <span>
              {need.what} {need.amount} <small>{t('needs.by', { name: need.by })}</small>
            </span>
            {need.metAt ? (
              <StateTag tone="good">{t('needs.met')}</StateTag>
            ) : (
              running && (
                <button
                  type="button"
                  className="button"
                  aria-label={`${t('needs.meet')} ${need.what}`}
                  disabled={meet.isPending}
                  onClick={() => meet.mutate({ params: { number, id: need.id } })}
                >
                  {t('needs.meet')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <Dialog open title={t('needs.add')} onClose={() => setAdding(false)}>
          <SchemaForm
            schema={{
              type: 'object',
              properties: {
                what: { type: 'string', title: t('needs.what'), minLength: 1, maxLength: 120 },
                amount: { type: 'string', title: t('needs.amount'), maxLength: 40 },
              },
              required: ['what'],
            }}
            submit={t('save')}
            busy={add.isPending}
            problem={add.error}
            onSubmit={(body) => add.mutate({ params: { number }, body: body as never })}
          />
        </Dialog>
      )}
    </section>
  );
}

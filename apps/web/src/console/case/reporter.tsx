import { cases } from '@gongzhi/contract/cases';
import type { MatterDetail } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Field, problemAt } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';

/** Who spoke, masked; the whole of it only for a purpose, which is logged. */
export function Reporter({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <section className="card case-card" aria-labelledby="case-reporter">
      <h2 id="case-reporter">
        {t('reporter.title')} {matter.confidential && <Tag tone="violet">{t('matter:confidential')}</Tag>}
      </h2>
      {matter.reporter === null ? (
        <p className="field-hint">{t(matter.confidential ? 'reporter.hidden' : 'reporter.none')}</p>
      ) : (
        <p className="case-reporter">
          <span>{matter.reporter.anonymous ? t('reporter.anonymous') : matter.reporter.name}</span>
          {matter.reporter.phone && <span className="case-phone">{matter.reporter.phone}</span>}
        </p>
      )}
      {matter.reporter && may('contact.reveal') && (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          <Icon name="eye" />
          {t('reporter.reveal')}
        </button>
      )}
      {asking && <Reveal number={matter.number} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Reveal({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTexts('case');
  const say = useProblemText();
  const [purpose, setPurpose] = useState('');
  const reveal = useAct(cases.reveal, { stale: [] });
  const contact = reveal.data;
  return (
    <Dialog open title={t('reporter.reveal')} onClose={onClose}>
      {contact ? (
        <dl className="case-facts">
          <div>
            <dt>{t('reporter.name')}</dt>
            <dd>{contact.name ?? '—'}</dd>
          </div>
          <div>
            <dt>{t('reporter.phone')}</dt>
            <dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : '—'}</dd>
          </div>
          <div>
            <dt>{t('reporter.address')}</dt>
            <dd>{contact.address ?? '—'}</dd>
          </div>
        </dl>
      ) : (
        <form
          className="schema-form"
          onSubmit={(event) => {
            event.preventDefault();
            reveal.mutate({ params: { number }, body: { purpose: purpose.trim() } });
          }}
        >
          <Field
            id="reveal-purpose"
            label={t('reporter.purpose')}
            hint={t('reporter.purposeHint')}
            problem={problemAt(reveal.error, 'purpose') ?? (reveal.error ? say(reveal.error) : null)}
          >
            <input
              id="reveal-purpose"
              className="input"
              required
              minLength={4}
              maxLength={200}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </Field>
          <div className="schema-form-foot">
            <button type="submit" className="button button-primary" disabled={purpose.trim().length < 4 || reveal.isPending}>
              {t('reporter.show')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

import { cases } from '@gongzhi/contract/cases';
import type { MatterDetail } from '@gongzhi/contract/matters';
import { type FormEvent, useId, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useMay } from '../../shell/session.tsx';

/** The reporter as they may be known here: masked, and in clear for a stated purpose to those whose post permits it. */
export function ContactCard({ task }: { task: MatterDetail }) {
  const t = useTexts('tasks');
  const say = useProblemText();
  const may = useMay();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const reveal = useAct(cases.reveal, { stale: [] });
  const { reporter } = task;
  if (!reporter) return null;
  const seen = reveal.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reveal.mutate({ params: { number: task.number }, body: { purpose: purpose.trim() } }, { onSuccess: () => setOpen(false) });
  };
  return (
    <div className="task-contact">
      <p className="mobile-line">
        <Icon name="person" size={16} />
        {[reporter.name, reporter.phone].filter(Boolean).join(' · ')}
      </p>
      {seen ? (
        seen.name || seen.phone || seen.address ? (
          <>
            <p>{[seen.name, seen.phone, seen.address].filter(Boolean).join(' · ')}</p>
            {seen.phone && (
              <a className="button button-primary" href={`tel:${seen.phone.replaceAll(/[^+\d]/g, '')}`}>
                <Icon name="phone" />
                {t('contact.call')}
              </a>
            )}
          </>
        ) : (
          <p>{t('contact.none')}</p>
        )
      ) : (
        may('contact.reveal') &&
        !reporter.anonymous && (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('contact.show')}
          </button>
        )
      )}
      {open && (
        <Dialog open title={t('contact.show')} onClose={() => setOpen(false)}>
          <form className="mobile-list" onSubmit={submit} noValidate>
            <Field id={id} label={t('contact.why')} hint={t('contact.whyHint')} problem={reveal.error ? say(reveal.error) : null}>
              <input
                id={id}
                className="input"
                maxLength={200}
                aria-describedby={`${id}-note`}
                value={purpose}
                onChange={(event) => setPurpose(event.target.value)}
              />
            </Field>
            <button type="submit" className="button button-primary button-large" disabled={reveal.isPending || purpose.trim().length < 4}>
              {t('contact.see')}
            </button>
          </form>
        </Dialog>
      )}
    </div>
  );
}

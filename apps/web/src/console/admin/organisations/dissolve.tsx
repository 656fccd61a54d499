import { type Organisation, organisations } from '@gongzhi/contract/organisations';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useCategoryNames } from '../category-names.ts';
import { LinesField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';

interface Refusal {
  responsibilities?: { id: string; category: string; areaCode: string }[];
  organisations?: { id: string; name: string }[];
}

/** Ends an organisation from a day; what still hangs on it is listed where it refuses. */
export function Dissolve({ unit, onChoose, onClose }: { unit: Organisation; onChoose: (id: string) => void; onClose: () => void }) {
  const t = useTexts('units');
  const spoken = useSpoken();
  const nameOf = useCategoryNames();
  const [on, setOn] = useState(() => dayOf(Date.now()));
  const [reason, setReason] = useState('');
  const act = useAct(organisations.dissolveOrganisation, {
    onDone: () => {
      toast(t('dissolved'));
      onClose();
    },
  });
  const hanging = (act.error?.document ?? {}) as Refusal;
  return (
    <FormDialog
      title={t('dissolveTitle', { name: spoken(unit.name) })}
      action={t('dissolve')}
      danger
      onClose={onClose}
      pending={act.isPending}
      problem={act.error}
      disabled={reason.trim() === '' || on === ''}
      onSubmit={() => act.mutate({ params: { id: unit.id }, body: { on, reason: reason.trim() } })}
    >
      <p>{t('dissolveHint')}</p>
      <TextField type="date" label={t('on')} problem={problemAt(act.error, 'on')} value={on} onChange={setOn} />
      <LinesField
        label={t('reason')}
        problem={problemAt(act.error, 'reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={500}
      />
      {hanging.responsibilities && (
        <section aria-label={t('answers')}>
          <p>{t('answers')}</p>
          <ul className="units-hanging tabular">
            {hanging.responsibilities.slice(0, 50).map((line) => (
              <li key={line.id}>
                {nameOf(line.category)} {line.category} · {line.areaCode}
              </li>
            ))}
          </ul>
          <Link to="/console/admin/responsibility" search={{ tab: 'list', organisation: unit.id } as never}>
            {t('toDuties')}
          </Link>
        </section>
      )}
      {hanging.organisations && (
        <section aria-label={t('children')}>
          <p>{t('children')}</p>
          <ul className="units-hanging">
            {hanging.organisations.slice(0, 50).map((child) => (
              <li key={child.id}>
                <button
                  type="button"
                  className="button button-quiet"
                  onClick={() => {
                    onChoose(child.id);
                    onClose();
                  }}
                >
                  {child.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormDialog>
  );
}

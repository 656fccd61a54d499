import type { MatterDetail } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { ActDialog } from './act-dialog.tsx';

type Offer = MatterDetail['actions'][number];
/** So many main acts stand open. */
const first = 3;
const order = { primary: 0, normal: 1, danger: 2 };
const looks = { primary: 'button-primary', normal: '', danger: 'button-danger' };

/** What may be done now: the main acts as large buttons, the rest behind one press; each opens the form that the server describes. */
export function TaskActs({ task }: { task: MatterDetail }) {
  const t = useTexts('tasks');
  const spoken = useSpoken();
  const [open, setOpen] = useState<Offer | null>(null);
  const sorted = task.actions.toSorted((a, b) => order[a.weight] - order[b.weight]);
  const main = sorted.filter(({ weight }) => weight === 'primary').slice(0, first);
  const rest = sorted.filter((one) => !main.includes(one));
  const button = (one: Offer, size: string) => (
    <button key={one.action} type="button" className={`button ${size} ${looks[one.weight]}`} onClick={() => setOpen(one)}>
      {spoken(one.label)}
    </button>
  );
  const dialog = open && <ActDialog key={open.action} task={task} offer={open} onClose={() => setOpen(null)} />;
  if (task.actions.length === 0)
    return (
      <>
        <p className="note-box">{t('noActs')}</p>
        {dialog}
      </>
    );
  return (
    <section className="task-acts" aria-label={t('acts')}>
      {main.map((one) => button(one, 'button-large button-wide'))}
      {rest.length > 0 && (
        <details open={main.length === 0}>
          <summary>{t('moreActs')}</summary>
          <div>{rest.map((one) => button(one, ''))}</div>
        </details>
      )}
      {dialog}
    </section>
  );
}

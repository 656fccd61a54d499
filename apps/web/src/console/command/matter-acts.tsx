import type { MatterDetail } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { useSpoken } from '../../shell/language.ts';
import { ActDialog } from '../matter/act-dialog.tsx';
import './command.css';

/** What this person may do with a matter of any kind, the weighty acts first; each opens its form. */
export function MatterActs({ matter, title, none, onDone }: { matter: MatterDetail; title: string; none: string; onDone?: () => void }) {
  const spoken = useSpoken();
  const [open, setOpen] = useState<string | null>(null);
  const of = (weight: string) => matter.actions.filter((offer) => offer.weight === weight);
  const sorted = [...of('primary'), ...of('normal'), ...of('danger')];
  const chosen = matter.actions.find(({ action }) => action === open);
  return (
    <section className="card command-card" aria-labelledby="matter-acts">
      <h2 id="matter-acts">{title}</h2>
      {sorted.length === 0 && <p className="command-quiet">{none}</p>}
      <div className="command-buttons">
        {sorted.map((offer) => (
          <button
            key={offer.action}
            type="button"
            className={`button ${offer.weight === 'primary' ? 'button-primary' : offer.weight === 'danger' ? 'button-danger' : ''}`}
            onClick={() => setOpen(offer.action)}
          >
            {spoken(offer.label)}
          </button>
        ))}
      </div>
      {chosen && <ActDialog matter={matter} offer={chosen} onClose={() => setOpen(null)} {...(onDone ? { onDone } : {})} />}
    </section>
  );
}

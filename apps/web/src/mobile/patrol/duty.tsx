import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';
import { beginDuty, endDuty, onDuty } from './book.ts';
import type { Kept } from './book-entry.ts';

/** Going on duty and handing over. Only between the two is the way noted. */
export function Duty({ by, kept }: { by: string; kept: Kept | null }) {
  const t = useTexts('patrol');
  const dates = useDates();
  const [ending, setEnding] = useState(false);
  const [words, setWords] = useState('');
  const shift = onDuty(kept);
  return (
    <section className="mobile-card patrol-duty" aria-label={shift ? t('duty.on', { time: dates.time(shift.beganAt) }) : t('duty.off')}>
      <div className="patrol-head">
        <strong>
          <Icon name="duty" /> {shift ? t('duty.on', { time: dates.time(shift.beganAt) }) : t('duty.off')}
        </strong>
        <button
          type="button"
          className={shift ? 'button' : 'button button-primary'}
          disabled={!kept}
          onClick={() => (shift ? setEnding(true) : void beginDuty(by))}
        >
          {t(shift ? 'duty.end' : 'duty.begin')}
        </button>
      </div>
      <p className="field-hint">{t('duty.note', { days: t('duty.kept') })}</p>
      <Dialog open={ending} title={t('end.title')} onClose={() => setEnding(false)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void endDuty(by, words.trim());
            setWords('');
            setEnding(false);
          }}
        >
          <Field id="handover" label={t('end.handover')} required={false} hint={t('end.hint')}>
            <textarea
              id="handover"
              className="input"
              rows={4}
              maxLength={1000}
              aria-describedby="handover-note"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <button type="submit" className="button button-primary button-wide">
            {t('end.submit')}
          </button>
        </form>
      </Dialog>
    </section>
  );
}

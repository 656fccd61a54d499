import type { FollowedCase } from '@gongzhi/contract/cases';
import { type FormEvent, useId, useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { Field, problemAt } from '../kit/field.tsx';
import { PhotoPicker, usePhotos } from '../kit/photo-picker.tsx';
import { useProblemText } from '../kit/problem-text.ts';
import { toast } from '../kit/toast.tsx';
import type { ApiProblem } from '../shell/api.ts';
import { useTexts } from '../shell/language.ts';
import { uploadPhoto } from '../shell/upload.ts';
import { RatingForm } from './rating-form.tsx';

export type ReporterAct = 'supplement' | 'withdraw' | 'rate' | 'reopen';
export interface ReporterActBody {
  action: ReporterAct;
  note?: string;
  rating?: { contacted?: boolean; resolved?: boolean; satisfaction?: number; reasons?: string[]; comment?: string };
  files?: string[];
}
interface Acting {
  send: (body: ReporterActBody, done: () => void) => void;
  busy: boolean;
  problem: ApiProblem | null;
  reset: () => void;
}

/** What the reporter may do now, as buttons; each opens its own small form. */
export function FollowedActs({ followed, acting }: { followed: FollowedCase; acting: Acting }) {
  const t = useTexts('resident');
  const [open, setOpen] = useState<ReporterAct | null>(null);
  const may: readonly [ReporterAct, boolean][] = [
    ['rate', followed.mayRate],
    ['supplement', followed.maySupplement],
    ['reopen', followed.mayReopen],
    ['withdraw', followed.mayWithdraw],
  ];
  const offered = may.filter(([, allowed]) => allowed).map(([act]) => act);
  if (offered.length === 0) return null;
  const close = () => setOpen(null);
  const send = (body: ReporterActBody) =>
    acting.send(body, () => {
      close();
      toast(t(`acts.${body.action}Done`));
    });
  return (
    <section className="followed-acts" aria-label={t('acts.title')}>
      {offered.map((act, index) => (
        <button
          key={act}
          type="button"
          className={`button button-large ${act === 'withdraw' ? 'button-danger' : index === 0 ? 'button-primary' : ''}`}
          onClick={() => {
            acting.reset();
            setOpen(act);
          }}
        >
          {t(`acts.${act}`)}
        </button>
      ))}
      {open && (
        <Dialog open title={t(`acts.${open}`)} onClose={close}>
          {open === 'rate' ? (
            <RatingForm busy={acting.busy} problem={acting.problem} onSend={(rating) => send({ action: 'rate', rating })} />
          ) : (
            <NoteForm act={open} busy={acting.busy} problem={acting.problem} onSend={send} />
          )}
        </Dialog>
      )}
    </section>
  );
}

function NoteForm({
  act,
  busy,
  problem,
  onSend,
}: {
  act: Exclude<ReporterAct, 'rate'>;
  busy: boolean;
  problem: ApiProblem | null;
  onSend: (body: ReporterActBody) => void;
}) {
  const t = useTexts('resident');
  const say = useProblemText();
  const id = useId();
  const photos = usePhotos({ upload: uploadPhoto });
  const [note, setNote] = useState('');
  const [lacking, setLacking] = useState<string | null>(null);
  const withPhotos = act === 'supplement';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    if (photos.photos.some(({ state }) => state === 'failed')) return setLacking(t('acts.photosFailed'));
    if (words.length < 2 && !(withPhotos && photos.ids.length > 0)) {
      document.getElementById(id)?.focus();
      return setLacking(t(withPhotos ? 'acts.needNoteOrPhoto' : 'acts.needNote'));
    }
    setLacking(null);
    onSend({ action: act, ...(words ? { note: words } : {}), ...(withPhotos && photos.ids.length > 0 ? { files: photos.ids } : {}) });
  };
  const told = lacking ?? problemAt(problem, 'note') ?? (problem ? say(problem) : null);
  const label = { supplement: 'acts.supplementNote', withdraw: 'acts.withdrawWhy', reopen: 'acts.reopenWhy' }[act];
  return (
    <form className="rating" onSubmit={submit} noValidate>
      <Field id={id} label={t(label)} problem={told}>
        <textarea
          id={id}
          className="input"
          rows={4}
          maxLength={1000}
          value={note}
          aria-invalid={Boolean(told)}
          aria-describedby={`${id}-note`}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      {withPhotos && <PhotoPicker photos={photos} />}
      <button
        type="submit"
        className={`button button-large button-wide ${act === 'withdraw' ? 'button-danger' : 'button-primary'}`}
        disabled={busy || photos.busy}
      >
        {t(act === 'withdraw' ? 'acts.withdrawSend' : 'acts.send')}
      </button>
    </form>
  );
}

import { type FormEvent, type ReactNode, useId } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Icon } from '../../kit/icon.tsx';
import { type Refusal, useProblemText } from '../../kit/problem-text.ts';
import { useTexts } from '../../shell/language.ts';
import './admin.css';

interface FormDialogProps {
  title: string;
  /** Words of the button that does it. */
  action: string;
  onClose: () => void;
  onSubmit: () => void;
  pending: boolean;
  /** The refusal of the last try; its sentence stands above the buttons, its fields are told by the fields. */
  problem?: Refusal | null;
  danger?: boolean;
  width?: number;
  /** Nothing can be sent yet. */
  disabled?: boolean;
  children: ReactNode;
}

/** A form in a dialog: Enter sends it, Escape leaves it, a refusal stands in it. */
export function FormDialog({ title, action, onClose, onSubmit, pending, problem, danger, width, disabled, children }: FormDialogProps) {
  const t = useTexts('kit');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending && !disabled) onSubmit();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      {...(width ? { width } : {})}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button
            type="submit"
            form={id}
            className={`button ${danger ? 'button-danger' : 'button-primary'}`}
            disabled={pending || disabled}
            aria-busy={pending}
          >
            {action}
          </button>
        </>
      }
    >
      <form id={id} className="admin-form" onSubmit={submit} noValidate>
        {children}
        {problem && <Refused problem={problem} />}
      </form>
    </Dialog>
  );
}

/** The sentence of a refusal where the eye is. */
export function Refused({ problem }: { problem: Refusal }) {
  const say = useProblemText();
  return (
    <p className="admin-refused" role="alert">
      <Icon name="warning" />
      {say(problem)}
    </p>
  );
}

import { useSyncExternalStore } from 'react';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.ts';

interface Question {
  title: string;
  body?: string;
  /** Words of the button that does it: the act itself, not "OK". */
  action: string;
  danger?: boolean;
}

let asked: (Question & { answer: (yes: boolean) => void }) | null = null;
const listeners = new Set<() => void>();
const set = (next: typeof asked) => {
  asked = next;
  for (const listener of listeners) listener();
};

/** Asks before an act that cannot be taken back: `if (await confirm({ title, action, danger: true })) …`. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    set({
      ...question,
      answer: (yes) => {
        set(null);
        resolve(yes);
      },
    });
  });
}

/** Stands once in the root; draws what `confirm` asks. */
export function ConfirmHost() {
  const t = useTexts('kit');
  const question = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  if (!question) return null;
  return (
    <Dialog
      open
      title={question.title}
      onClose={() => question.answer(false)}
      actions={
        <>
          <button type="button" className="button" onClick={() => question.answer(false)}>
            {t('cancel')}
          </button>
          <button
            type="button"
            className={`button ${question.danger ? 'button-danger' : 'button-primary'}`}
            onClick={() => question.answer(true)}
          >
            {question.action}
          </button>
        </>
      }
    >
      {question.body && <p>{question.body}</p>}
    </Dialog>
  );
}

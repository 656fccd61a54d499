import { matters } from '@gongzhi/contract/matters';
import type { Permission } from '@gongzhi/contract/permissions';
import { useQueryClient } from '@tanstack/react-query';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { type ApiProblem, call } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { useMay } from '../../shell/session.tsx';
import { stale } from './stale.ts';

type Input = Record<string, unknown>;

/**
 * Acts that the life cycle can take back, with the act that does it. Nothing is erased: taking back is an entry of its own in the history. What is
 * not named here has consequences outside of the case, such as a unit that was told.
 */
const opposites: Readonly<Record<string, { action: string; needs?: Permission; input: (reason: string, was: Input) => Input }>> = {
  // Who files may join, but only who dispatches takes a case out again.
  join: { action: 'unjoin', needs: 'case.dispatch', input: (reason) => ({ reason }) },
  publish: { action: 'unpublish', input: (reason) => ({ reason }) },
  'grant-suspension': { action: 'resume', input: (note) => ({ note }) },
  protect: { action: 'protect', input: (reason, { confidential }) => ({ confidential: confidential !== true, reason }) },
};

/** The act that takes another one back, with its input; null where none does. */
export function oppositeOf(action: string, reason: string, was: Input): { action: string; input: Input } | null {
  const found = opposites[action];
  return found ? { action: found.action, input: found.input(reason, was) } : null;
}

interface Done {
  number: string;
  version: number;
}

/** Takes acts back that were just done, all in one request, and says what came of it. */
export function useUndo(): (done: readonly Done[], action: string, was: Input) => (() => void) | null {
  const t = useTexts('matter');
  const say = useProblemText();
  const client = useQueryClient();
  const may = useMay();
  return (done, action, was) => {
    const needs = opposites[action]?.needs;
    if (needs && !may(needs)) return null;
    const back = oppositeOf(action, t('undo.reason'), was);
    if (!back || done.length === 0) return null;
    return () =>
      void call(matters.actOnMany, {
        body: { matters: done.map(({ number, version }) => ({ number, version })), ...back },
        idempotencyKey: `undo-${done[0]!.number}-${done[0]!.version}-${done.length}`,
      })
        .then(({ done: undone, refused }) => {
          if (undone.length > 0) toast(t('undo.done', { count: undone.length }));
          const [first] = refused;
          if (first) toast(say({ code: first.code, title: first.reason, detail: first.reason, status: 409 }), 'problem');
          stale(client);
        })
        .catch((problem: ApiProblem) => toast(say(problem), 'problem'));
  };
}

import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { SchemaForm } from '../../kit/schema-form/schema-form.tsx';
import { toast } from '../../kit/toast.tsx';
import { type ApiProblem, call } from '../../shell/api.ts';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { keyOf, useAct } from '../../shell/query.ts';
import { actPickers } from './act-pickers.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { staleAfterAct } from './stale.ts';
import { replyFieldOf, Templates } from './templates/templates.tsx';
import { useUndo } from './undo.ts';
import './act-dialog.css';

export type Offer = MatterDetail['actions'][number];

interface ActDialogProps {
  matter: MatterDetail;
  offer: Offer;
  /** What is already known: a suggestion that was taken over. */
  initial?: Record<string, unknown>;
  onClose: () => void;
  onDone?: (answer: { number: string; state: string; version: number }) => void;
  /** Stands beside the form: what helps to decide. */
  aside?: React.ReactNode;
}

/**
 * One act on one case as a form from its schema. Where somebody else was quicker, what they did is shown, the latest is taken as seen,
 * and what was typed stays, so that a second press sends it against the new state.
 */
export function ActDialog({ matter, offer, initial, onClose, onDone, aside }: ActDialogProps) {
  const t = useTexts('matter');
  const spoken = useSpoken();
  const client = useQueryClient();
  const [seen, setSeen] = useState(matter);
  const [latest, setLatest] = useState<MatterDetail | null>(null);
  const label = spoken(offer.label);
  // A template is written into what was typed so far; the form then begins anew with both.
  const [typed, setTyped] = useState(initial);
  const [begun, setBegun] = useState(initial);
  const [round, setRound] = useState(0);
  const replyField = replyFieldOf(offer.input);
  const undo = useUndo();
  const act = useAct(matters.act, {
    stale: staleAfterAct,
    onDone: (answer, { body }) => {
      const back = undo([answer], offer.action, body.input ?? {});
      toast(t('act.done', { action: label }), 'done', back ? { label: t('undo.undo'), run: back } : undefined);
      onDone?.(answer);
      onClose();
    },
    onProblem: (problem: ApiProblem) => {
      if (problem.code !== 'version-passed' && problem.code !== 'action-not-now') return;
      void call(matters.read, { params: { number: matter.number } })
        .then((now) => {
          client.setQueryData(keyOf(matters.read, { params: { number: matter.number } }), now);
          setLatest(now);
        })
        .catch(() => {});
    },
  });
  const conflict = latest && latest.version !== seen.version ? latest : null;
  const gone = conflict && !conflict.actions.some(({ action }) => action === offer.action);
  const problem = conflict && (act.error?.code === 'version-passed' || act.error?.code === 'action-not-now') ? null : act.error;
  return (
    <Dialog open title={`${label} · ${matter.number}`} onClose={onClose} width={aside ? 56 : 36}>
      <div className={aside ? 'act-dialog act-dialog-two' : 'act-dialog'}>
        <div>
          {offer.help && <p className="act-dialog-help">{spoken(offer.help)}</p>}
          {conflict && (
            <ConflictNote before={seen} now={conflict}>
              {gone && <p>{t('act.gone', { action: label })}</p>}
            </ConflictNote>
          )}
          {gone ? (
            <div className="schema-form-foot">
              <button type="button" className="button button-primary" onClick={onClose}>
                {t('act.reload')}
              </button>
            </div>
          ) : (
            <>
              {replyField && (
                <Templates
                  matter={matter}
                  onTake={(text) => {
                    setBegun({ ...typed, [replyField]: text });
                    setTyped({ ...typed, [replyField]: text });
                    setRound(round + 1);
                  }}
                />
              )}
              <SchemaForm
                key={round}
                schema={offer.input}
                submit={label}
                danger={offer.weight === 'danger'}
                busy={act.isPending}
                problem={problem}
                pickers={actPickers}
                {...(begun ? { initial: begun } : {})}
                onChange={setTyped}
                onSubmit={(input) => {
                  const version = latest?.version ?? seen.version;
                  if (latest) setSeen(latest);
                  act.mutate({ params: { number: matter.number, action: offer.action }, body: { version, input } });
                }}
              >
                <button type="button" className="button" onClick={onClose}>
                  {t('act.cancel')}
                </button>
              </SchemaForm>
            </>
          )}
        </div>
        {aside && <aside className="act-dialog-aside">{aside}</aside>}
      </div>
    </Dialog>
  );
}

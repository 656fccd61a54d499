import { type MatterDetail, type MatterSummary, matters } from '@gongzhi/contract/matters';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Choice } from '../../kit/pills.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { SchemaForm } from '../../kit/schema-form/schema-form.tsx';
import { call } from '../../shell/api.ts';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { keyOf, useAct } from '../../shell/query.ts';
import { actPickers } from '../matter/act-pickers.tsx';
import { staleAfterAct } from '../matter/stale.ts';
import { useUndo } from '../matter/undo.ts';
import { mergeOffers, representatives } from './offers-of-many.ts';
import { RefusedList } from './refused-list.tsx';

type Offer = MatterDetail['actions'][number];
interface Preview {
  input: Record<string, unknown>;
  done: string[];
  refused: { number: string; code: string; reason: string }[];
}

/** One act on many cases: what it is, a rehearsal that says who would be refused and why, then the act on the others. */
export function BulkAct({
  rows: chosenRows,
  onClose,
  onDone,
}: {
  rows: readonly MatterSummary[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTexts('cases');
  const spoken = useSpoken();
  const say = useProblemText();
  // What was acted on leaves the choice; the words of what came of it still count it.
  const [rows] = useState(chosenRows);
  const [chosen, setChosen] = useState<string | null>(null);
  const [input, setInput] = useState<Record<string, unknown>>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const undo = useUndo();
  const [result, setResult] = useState<{ done: number; refused: Preview['refused']; undo: (() => void) | null } | null>(null);
  // The forms stand in the offers of the cases themselves: one case of each state speaks for the others of its state.
  const read = useQueries({
    queries: representatives(rows).map((number) => ({
      queryKey: keyOf(matters.read, { params: { number } }),
      queryFn: () => call(matters.read, { params: { number } }),
    })),
  });
  const offers: Offer[] = mergeOffers(read.flatMap(({ data }) => (data ? [data.actions] : [])));
  const offer = offers.find(({ action }) => action === chosen);
  const versions = rows.map(({ number, version }) => ({ number, version }));
  const rehearse = useAct(matters.actOnMany, {
    stale: [],
    onDone: (answer, { body }) =>
      setPreview({ input: body.input ?? {}, done: answer.done.map(({ number }) => number), refused: answer.refused }),
  });
  const act = useAct(matters.actOnMany, {
    stale: staleAfterAct,
    onDone: (answer, { body }) => {
      setResult({
        done: answer.done.length,
        refused: [...(preview?.refused ?? []), ...answer.refused],
        undo: undo(answer.done, body.action, body.input ?? {}),
      });
      onDone();
    },
  });
  const title = t('bulk.title', { count: rows.length });
  if (result)
    return (
      <Dialog
        open
        title={title}
        onClose={onClose}
        width={40}
        actions={
          <>
            {result.undo && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  result.undo?.();
                  onClose();
                }}
              >
                {t('bulk.undo')}
              </button>
            )}
            <button type="button" className="button button-primary" onClick={onClose}>
              {t('bulk.close')}
            </button>
          </>
        }
      >
        <p role="status">{t('bulk.done', { count: result.done })}</p>
        {result.refused.length > 0 && <RefusedList title={t('bulk.refused', { count: result.refused.length })} refused={result.refused} />}
      </Dialog>
    );
  if (preview && offer)
    return (
      <Dialog
        open
        title={`${spoken(offer.label)} · ${title}`}
        onClose={onClose}
        width={40}
        actions={
          <>
            <button type="button" className="button" onClick={() => setPreview(null)}>
              {t('bulk.back')}
            </button>
            <button
              type="button"
              className={`button ${offer.weight === 'danger' ? 'button-danger' : 'button-primary'}`}
              disabled={preview.done.length === 0 || act.isPending}
              onClick={() =>
                act.mutate({
                  body: {
                    matters: versions.filter(({ number }) => preview.done.includes(number)),
                    action: offer.action,
                    input: preview.input,
                  },
                })
              }
            >
              {t('bulk.run', { count: preview.done.length })}
            </button>
          </>
        }
      >
        <p role="status">{t('bulk.wouldDo', { count: preview.done.length })}</p>
        {preview.refused.length > 0 && (
          <RefusedList title={t('bulk.wouldRefuse', { count: preview.refused.length })} refused={preview.refused} />
        )}
        {act.error && (
          <p className="schema-form-problem" role="alert">
            {say(act.error)}
          </p>
        )}
      </Dialog>
    );
  return (
    <Dialog open title={title} onClose={onClose} width={40}>
      {read.some(({ isLoading }) => isLoading) ? (
        <Loading />
      ) : offers.length === 0 ? (
        <p>{t('bulk.none')}</p>
      ) : (
        <div className="cases-bulk">
          <Choice
            name="bulk-action"
            label={t('bulk.choose')}
            value={chosen}
            onChange={(action) => {
              setChosen(action);
              setInput({});
            }}
            options={offers.map((one) => ({ value: one.action, label: spoken(one.label) }))}
          />
          {offer && (
            <SchemaForm
              key={offer.action}
              schema={offer.input}
              submit={t('bulk.preview')}
              busy={rehearse.isPending}
              problem={rehearse.error}
              pickers={actPickers}
              initial={input}
              onSubmit={(values) => {
                setInput(values);
                rehearse.mutate({ body: { matters: versions, action: offer.action, input: values, dryRun: true } });
              }}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

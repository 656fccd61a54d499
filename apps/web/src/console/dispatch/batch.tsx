import { type MatterSummary, matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { confirm } from '../../kit/confirm.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { type ApiProblem, call } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { BulkAct } from '../cases/bulk-act.tsx';
import { RefusedList } from '../cases/refused-list.tsx';
import { settle } from './settle.ts';

interface Result {
  dispatched: number;
  filed: number;
  left: number;
  refused: { number: string; code: string; reason: string }[];
}

/** Takes over the suggestions of several cases, one after the other, and says what came of each. */
export function Batch({ rows, onClear }: { rows: readonly MatterSummary[]; onClear: () => void }) {
  const t = useTexts('dispatch');
  const numbers = rows.map(({ number }) => number);
  const [other, setOther] = useState(false);
  const client = useQueryClient();
  const [done, setDone] = useState<number | null>(null);
  const [asked, setAsked] = useState(0);
  const [result, setResult] = useState<Result | null>(null);
  const run = async () => {
    if (!(await confirm({ title: t('batch.ask', { count: numbers.length }), body: t('batch.askBody'), action: t('batch.take') }))) return;
    const sum: Result = { dispatched: 0, filed: 0, left: 0, refused: [] };
    setDone(0);
    setAsked(numbers.length);
    for (const [index, number] of numbers.entries()) {
      try {
        const settled = await settle(await call(matters.read, { params: { number } }));
        if (settled.done.includes('dispatch')) sum.dispatched += 1;
        else if (settled.done.length > 0) sum.filed += 1;
        else sum.left += 1;
      } catch (problem) {
        const { code, message } = problem as ApiProblem;
        sum.refused.push({ number, code, reason: message });
      }
      setDone(index + 1);
    }
    setDone(null);
    setResult(sum);
    void client.invalidateQueries();
  };
  // What was taken over leaves the queue, and the choice with it; the words of what came of it stay.
  return (
    <>
      {(numbers.length > 0 || done !== null) && (
        <div className="dispatch-batch">
          <strong>{t('batch.selected', { count: numbers.length })}</strong>
          <button type="button" className="button button-primary" disabled={done !== null} onClick={() => void run()}>
            {done === null ? t('batch.take') : t('batch.progress', { done, count: asked })}
          </button>
          <button type="button" className="button" disabled={done !== null} onClick={() => setOther(true)}>
            {t('batch.other')}
          </button>
          <button type="button" className="button button-quiet" disabled={done !== null} onClick={onClear}>
            {t('batch.clear')}
          </button>
        </div>
      )}
      {other && <BulkAct rows={rows} onClose={() => setOther(false)} onDone={onClear} />}
      {result && (
        <Dialog
          open
          title={t('batch.take')}
          onClose={() => {
            setResult(null);
            onClear();
          }}
        >
          <p role="status">{t('batch.done', { dispatched: result.dispatched, filed: result.filed, left: result.left })}</p>
          {result.refused.length > 0 && (
            <RefusedList title={t('batch.refused', { count: result.refused.length })} refused={result.refused} />
          )}
        </Dialog>
      )}
    </>
  );
}

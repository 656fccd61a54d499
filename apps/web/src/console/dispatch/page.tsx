import { cases } from '@gongzhi/contract/cases';
import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { toast } from '../../kit/toast.tsx';
import { useSearchState } from '../../shell/address.ts';
import type { ApiProblem } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { keyOf, useCall } from '../../shell/query.ts';
import { CaseDue, CaseState, PendingTag, UrgencyTag } from '../matter/marks.tsx';
import { UnitLoad } from '../matter/suggestion-panel.tsx';
import { samePlace, sameTopic } from './alike.ts';
import { Batch } from './batch.tsx';
import { CaseInHand } from './case-in-hand.tsx';
import { current, merged, type QueueName, queues } from './queue.ts';
import { settle } from './settle.ts';
import './page.css';

const listed = 100;
/** Below this strength a suggestion asks to be looked at. */
const surely = 0.5;
const names = Object.keys(queues) as QueueName[];

/** The dispatch desk: what waits, the most pressing first, one case in hand, and keys for all of it. */
export default function DispatchPage() {
  const t = useTexts('dispatch');
  const client = useQueryClient();
  const [search, set] = useSearchState();
  const queue = names.find((name) => name === search.queue) ?? 'waiting';
  // The case in hand stands in the address, so that a colleague can be sent to it.
  const [chosen, setChosen] = useState<string | null>(search.case ?? null);
  const [marked, setMarked] = useState<string[]>([]);
  const before = useRef<string[]>([]);
  const ask = (filter: object) => ({ query: { kind: 'case', sort: 'dueAt' as const, limit: listed, open: 'true' as const, ...filter } });
  const main = useCall(matters.list, ask(queues[queue]), { staleTime: 5000 });
  const asks = useCall(matters.list, ask(queues.asks), { staleTime: 5000, enabled: queue === 'waiting' });
  const counts = useCall(matters.counts, { query: { kind: 'case', open: 'true' } }, { staleTime: 10_000 }).data?.states;
  const rows = merged([main.data?.items ?? [], queue === 'waiting' ? (asks.data?.items ?? []) : []]);
  const number = current(rows, chosen, before.current);
  const inHand = rows.find((row) => row.number === number);
  const numbers = rows.map((row) => row.number);
  const found = useCall(
    cases.suggestForMany,
    { query: { numbers: numbers.join(',') } },
    { enabled: numbers.length > 0, keep: true, staleTime: 30_000 },
  ).data;
  const suggested = new Map(found?.items.map((item) => [item.number, item]));
  const topicOf = (row: { number: string; category: string | null }) => row.category ?? suggested.get(row.number)?.category?.code ?? null;
  const alike = inHand ? { place: samePlace(rows, inHand), topic: sameTopic(rows, inHand, topicOf) } : { place: [], topic: [] };
  useEffect(() => {
    if (!main.data) return;
    if (number !== chosen) setChosen(number);
    before.current = rows.map((row) => row.number);
  });
  const take = useMutation<Awaited<ReturnType<typeof settle>>, ApiProblem, MatterDetail>({
    mutationFn: settle,
    onSuccess: ({ done }) => {
      const both = done.length === 2;
      toast(t(both ? 'taken.both' : done[0] === 'dispatch' ? 'taken.dispatch' : done[0] === 'file' ? 'taken.file' : 'taken.none'));
    },
    onSettled: (_answer, _problem, matter) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(matters.list) }),
        client.invalidateQueries({ queryKey: keyOf(matters.counts) }),
        client.invalidateQueries({ queryKey: keyOf(matters.read, { params: { number: matter.number } }) }),
        client.invalidateQueries({ queryKey: keyOf(cases.suggestFor) }),
        client.invalidateQueries({ queryKey: keyOf(cases.suggestForMany) }),
      ]),
  });
  const list = useRef<HTMLUListElement>(null);
  const at = rows.findIndex((row) => row.number === number);
  const choose = (next: string | undefined) => {
    if (!next) return;
    take.reset();
    setChosen(next);
    set({ case: next });
    list.current?.querySelector(`[data-number="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const mark = (one: string) => setMarked(marked.includes(one) ? marked.filter((item) => item !== one) : [...marked, one]);
  useKeys(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => choose(rows[at + 1]?.number) },
    { keys: 'k', label: t('keys.previous'), run: () => choose(rows[at - 1]?.number) },
    { keys: 'x', label: t('keys.mark'), run: () => number && mark(number) },
    { keys: 'l', label: t('keys.place'), run: () => setMarked(alike.place) },
    { keys: 't', label: t('keys.topic'), run: () => setMarked(alike.topic) },
  ]);
  const standing = marked.filter((one) => rows.some((row) => row.number === one));
  const countOf = (name: QueueName) =>
    counts && name !== 'asks'
      ? queues[name].state.split(',').reduce((sum, state) => sum + (counts[state] ?? 0), 0)
      : name === 'asks' && asks.data
        ? `${asks.data.items.length}${asks.data.next ? '+' : ''}`
        : '';
  return (
    <main id="main" tabIndex={-1} className="dispatch">
      <PageHeader title={t('title')} meta={t('meta', { count: `${rows.length}${main.data?.next ? '+' : ''}` })} />
      <nav className="dispatch-queues" aria-label={t('queue.label')}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={queue === name}
            onClick={() => set({ queue: name === 'waiting' ? undefined : name })}
          >
            {t(`queue.${name}`)} <strong>{countOf(name)}</strong>
          </button>
        ))}
      </nav>
      <Batch rows={rows.filter((row) => standing.includes(row.number))} onClear={() => setMarked([])} />
      {main.error && <ErrorState problem={main.error} onRetry={() => void main.refetch()} />}
      {main.isLoading && <Loading lines={8} />}
      {main.data && rows.length === 0 && <Empty title={t('queue.empty')} hint={t('queue.emptyHint')} icon="check" />}
      {rows.length > 0 && (
        <div className="dispatch-columns">
          <div className="card dispatch-list">
            <label className="check dispatch-all">
              <input
                type="checkbox"
                checked={standing.length === rows.length}
                onChange={(event) => setMarked(event.target.checked ? rows.map((row) => row.number) : [])}
              />
              <span>{t('queue.all')}</span>
            </label>
            <div className="dispatch-alike">
              {(['place', 'topic'] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  className="button button-quiet"
                  disabled={alike[by].length < 2}
                  onClick={() => setMarked(alike[by])}
                >
                  {t(`alike.${by}`, { count: alike[by].length })} <KeyHint keys={by === 'place' ? 'l' : 't'} />
                </button>
              ))}
            </div>
            <ul ref={list} aria-label={t('queue.list')}>
              {rows.map((row) => (
                <li key={row.number} data-number={row.number} data-current={row.number === number || undefined}>
                  <input
                    type="checkbox"
                    aria-label={t('queue.mark', { number: row.number })}
                    checked={marked.includes(row.number)}
                    onChange={() => mark(row.number)}
                  />
                  <button type="button" aria-current={row.number === number} onClick={() => choose(row.number)}>
                    <strong>{row.title}</strong>
                    <span className="dispatch-line">
                      <CaseState state={row.state} />
                      <UrgencyTag urgency={row.urgency} />
                      <PendingTag pending={row.pending} />
                      <CaseDue matter={row} />
                    </span>
                    <small>{row.areaName}</small>
                    <Suggestion found={suggested.get(row.number)} />
                  </button>
                </li>
              ))}
            </ul>
            {main.data?.next && <p className="field-hint">{t('queue.more', { count: rows.length })}</p>}
            {found && found.load.length > 0 && (
              <details className="dispatch-load">
                <summary>{t('load')}</summary>
                <UnitLoad load={found.load.toSorted((a, b) => b.open - a.open)} />
              </details>
            )}
          </div>
          <div className="card dispatch-hand">
            {number && (
              <CaseInHand
                key={number}
                number={number}
                busy={take.isPending}
                problem={take.error}
                onTake={(matter) => take.mutate(matter)}
              />
            )}
          </div>
        </div>
      )}
    </main>
  );
}

/** What is suggested for a case of the queue, in a line: category with its strength, and the unit. */
function Suggestion({ found }: { found: AnswerOf<typeof cases.suggestForMany>['items'][number] | undefined }) {
  const t = useTexts('dispatch');
  if (!found?.category) return <small className="dispatch-suggested">{t('suggested.none')}</small>;
  const { name, score } = found.category;
  return (
    <small className="dispatch-suggested" data-weak={(score !== null && score < surely) || !found.unit || undefined}>
      {score === null ? name : t('suggested.category', { name, percent: Math.round(score * 100) })} →{' '}
      {found.unit?.name ?? t('suggested.noUnit')}
    </small>
  );
}

import { matters } from '@gongzhi/contract/matters';
import { muster } from '@gongzhi/contract/muster';
import type { AnswerOf } from '@gongzhi/contract/route';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '../../../kit/problem-text.ts';
import { Timeline } from '../../../kit/timeline.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';

/** The situation log, the last line first, and a line to write the next. */
export function Log({ number, lines, open }: { number: string; lines: AnswerOf<typeof muster.read>['log']; open: boolean }) {
  const t = useTexts('musterDesk');
  const say = useProblemText();
  const [text, setText] = useState('');
  const write = useAct(muster.log, { stale: [muster.read, matters.read], onDone: () => setText('') });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !write.isPending) write.mutate({ params: { number }, body: { text: text.trim() } });
  };
  return (
    <section className="card tasks-card">
      <h2>{t('log.title')}</h2>
      {open && (
        <form className="muster-head muster-noprint" onSubmit={send}>
          <input
            className="input"
            aria-label={t('log.text')}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button button-primary" disabled={write.isPending || !text.trim()}>
            {t('log.add')}
          </button>
        </form>
      )}
      {write.error && (
        <p className="schema-form-problem" role="alert">
          {say(write.error)}
        </p>
      )}
      <Timeline
        label={t('log.title')}
        items={lines
          .map((line, index) => ({ id: index, at: line.at, title: line.action, by: line.by, body: line.text ?? undefined, tone: 'busy' }))
          .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.id - a.id))}
      />
    </section>
  );
}

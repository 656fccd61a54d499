import { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Field, problemAt } from '../../kit/field.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

type Comment = AnswerOf<typeof cases.wallCase>['commentList'][number];

/** What neighbours say, and a place to say something; one's own waiting words are marked as such. */
export function Comments({ number, comments }: { number: string; comments: readonly Comment[] }) {
  const t = useTexts('public');
  const dates = useDates();
  const session = useSession();
  return (
    <section className="public-card" aria-labelledby="comments-title">
      <h2 id="comments-title">{t('comments.title')}</h2>
      {comments.length === 0 && <p className="field-hint">{t('comments.none')}</p>}
      <ul className="wall-comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="public-line">
              <strong>{comment.mine ? t('comments.mine') : comment.author}</strong>
              <time dateTime={comment.at}>{dates.ago(comment.at)}</time>
              {comment.state !== 'shown' && <Tag tone="amber">{t(`comments.${comment.state}`)}</Tag>}
            </p>
            <p>{comment.text}</p>
          </li>
        ))}
      </ul>
      {session?.kind === 'resident' && <CommentForm number={number} />}
      {session?.kind === 'staff' && <p className="field-hint">{t('case.staff')}</p>}
      {session === null && (
        <Link to="/m/sign-in" search={{ back: `/wall/${number}` } as never} className="button">
          {t('case.signIn')}
        </Link>
      )}
    </section>
  );
}

function CommentForm({ number }: { number: string }) {
  const t = useTexts('public');
  const say = useProblemText();
  const id = useId();
  const [text, setText] = useState('');
  const [lacking, setLacking] = useState(false);
  const send = useAct(cases.comment, {
    stale: [cases.wallCase],
    onDone: () => {
      setText('');
      toast(t('comments.sent'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(text.trim() === '');
    if (text.trim()) send.mutate({ params: { number }, body: { text: text.trim() } });
  };
  const problem = lacking ? t('comments.missing') : (problemAt(send.error, 'text') ?? (send.error ? say(send.error) : null));
  return (
    <form className="wall-comment-form" onSubmit={submit} noValidate>
      <Field id={id} label={t('comments.write')} hint={t('comments.hint')} problem={problem}>
        <textarea
          id={id}
          className="input"
          rows={3}
          maxLength={500}
          value={text}
          aria-invalid={Boolean(problem)}
          aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <button type="submit" className="button button-primary" disabled={send.isPending}>
        {t('comments.send')}
      </button>
    </form>
  );
}

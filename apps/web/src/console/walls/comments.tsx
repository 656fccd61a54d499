import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { toast } from '../../kit/toast.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { LinesField } from '../admin/fields.tsx';
import { FormDialog, Refused } from '../admin/form-dialog.tsx';
import { type ItemOf, usePages } from '../admin/pages.ts';

type Comment = ItemOf<typeof cases.moderationList>;
const states = ['waiting', 'shown', 'hidden'] as const;

/** Comments waiting for a person's eye, shown or hidden by button or key. */
export function Comments() {
  const t = useTexts('wallDesk');
  const dates = useDates();
  const [search, set] = useSearchState();
  const [at, setAt] = useState(0);
  const [hiding, setHiding] = useState<Comment | null>(null);
  const state = states.find((one) => one === search.state) ?? 'waiting';
  const list = usePages(cases.moderationList, { query: { state } });
  const act = useAct(cases.moderate, { stale: [cases.moderationList], onDone: ({ state: now }) => toast(t(`comment.${now}`)) });
  const here = Math.min(at, list.rows.length - 1);
  const current = list.rows[here];
  const show = (comment: Comment) => act.mutate({ params: { id: comment.id }, body: { state: 'shown' } });
  const go = (next: number) => {
    setAt(Math.max(0, Math.min(list.rows.length - 1, next)));
    document.querySelectorAll('.walls-comment')[next]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys(t('comment.keys.title'), [
    { keys: 'j', label: t('comment.keys.next'), run: () => go(here + 1) },
    { keys: 'k', label: t('comment.keys.previous'), run: () => go(here - 1) },
    { keys: 's', label: t('comment.keys.show'), run: () => current && current.state !== 'shown' && show(current) },
    { keys: 'h', label: t('comment.keys.hide'), run: () => current && current.state !== 'hidden' && setHiding(current) },
  ]);
  return (
    <section className="admin-form" aria-label={t('tab.comments')}>
      <fieldset className="field">
        <legend className="visually-hidden">{t('state.label')}</legend>
        <div className="pills">
          {states.map((one) => (
            <label key={one} className="pill">
              <input
                type="radio"
                name="comment-state"
                checked={state === one}
                onChange={() => {
                  setAt(0);
                  set({ state: one === 'waiting' ? undefined : one });
                }}
              />
              {t(`state.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {act.error && <Refused problem={act.error} />}
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.isLoading && <Loading lines={6} />}
      {!list.isLoading && !list.error && list.rows.length === 0 && <Empty title={t(`comment.empty.${state}`)} icon="comment" />}
      <ul className="walls-comments">
        {list.rows.map((comment, index) => (
          <li key={comment.id} className="admin-panel walls-comment" data-current={index === here}>
            <p className="walls-words">{comment.text}</p>
            <p className="admin-sub">
              {comment.author} · {dates.ago(comment.at)} ·{' '}
              <Link to="/console/cases/$number" params={{ number: comment.number } as never}>
                {comment.title}
              </Link>
            </p>
            <div className="admin-bar">
              {comment.state !== 'shown' && (
                <button
                  type="button"
                  className="button button-primary"
                  aria-label={t('comment.showOne', { author: comment.author })}
                  disabled={act.isPending}
                  onClick={() => show(comment)}
                >
                  <Icon name="eye" />
                  {t('comment.show')}
                </button>
              )}
              {comment.state !== 'hidden' && (
                <button
                  type="button"
                  className="button"
                  aria-label={t('comment.hideOne', { author: comment.author })}
                  disabled={act.isPending}
                  onClick={() => setHiding(comment)}
                >
                  <Icon name="eye-off" />
                  {t('comment.hide')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {list.more && (
        <button type="button" className="button" disabled={list.isMoreLoading} onClick={list.more}>
          {t('comment.more')}
        </button>
      )}
      {hiding && (
        <Hide
          comment={hiding}
          pending={act.isPending}
          onClose={() => setHiding(null)}
          onHide={(reason) => {
            act.mutate({ params: { id: hiding.id }, body: { state: 'hidden', ...(reason ? { reason } : {}) } });
            setHiding(null);
          }}
        />
      )}
    </section>
  );
}

function Hide({
  comment,
  pending,
  onClose,
  onHide,
}: {
  comment: Comment;
  pending: boolean;
  onClose: () => void;
  onHide: (reason: string) => void;
}) {
  const t = useTexts('wallDesk');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('comment.hideTitle')}
      action={t('comment.hide')}
      pending={pending}
      onClose={onClose}
      onSubmit={() => onHide(reason.trim())}
    >
      <p className="walls-words">{comment.text}</p>
      <LinesField
        label={t('comment.reason')}
        required={false}
        hint={t('comment.reasonHint')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={200}
      />
    </FormDialog>
  );
}

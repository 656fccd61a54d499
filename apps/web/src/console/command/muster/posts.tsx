import { muster } from '@gongzhi/contract/muster';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { SchemaForm } from '../../../kit/schema-form/schema-form.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { actPickers } from '../../matter/act-pickers.tsx';

type Board = AnswerOf<typeof muster.read>;
const stale = [muster.read, muster.members];

/** Posts with who stands on them now; somebody is put on, or relieved by another. */
export function Posts({ number, board, running }: { number: string; board: Board; running: boolean }) {
  const t = useTexts('musterDesk');
  const dates = useDates();
  const [adding, setAdding] = useState(false);
  const [manning, setManning] = useState<{ postId: string; shiftId?: string; name: string } | null>(null);
  return (
    <section className="card tasks-card">
      <div className="muster-head">
        <h2>{t('posts.title')}</h2>
        {running && (
          <button type="button" className="button muster-noprint" onClick={() => setAdding(true)}>
            {t('posts.add')}
          </button>
        )}
      </div>
      {board.posts.length === 0 && <p className="field-hint">{t('posts.none')}</p>}
      <ul className="tasks-findings">
        {board.posts.map((post) => {
          const on = post.shifts.filter((shift) => !shift.endedAt);
          return (
            <li key={post.id} className="muster-post">
              <div className="muster-head">
                <strong>{post.name}</strong>
                <span>
                  {running ? t('posts.on', { count: on.length, wanted: post.wanted }) : t('posts.shifts', { count: post.shifts.length })}
                </span>
                {running && (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${t('posts.shift')} ${post.name}`}
                    onClick={() => setManning({ postId: post.id, name: post.name })}
                  >
                    {t('posts.shift')}
                  </button>
                )}
              </div>
              <ul className="tasks-findings">
                {on.map((shift) => (
                  <li key={shift.id} className="muster-head">
                    <span>
                      {shift.name} <small>{t('posts.until', { at: dates.time(shift.until) })}</small>
                    </span>
                    <button
                      type="button"
                      className="button button-quiet"
                      aria-label={`${t('posts.relief')} ${shift.name}`}
                      onClick={() => setManning({ postId: post.id, shiftId: shift.id, name: `${post.name} · ${shift.name}` })}
                    >
                      {t('posts.relief')}
                    </button>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {adding && <PostDialog number={number} onClose={() => setAdding(false)} />}
      {manning && <ShiftDialog number={number} {...manning} onClose={() => setManning(null)} />}
    </section>
  );
}

function PostDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useTexts('musterDesk');
  const add = useAct(muster.addPost, { stale, onDone: onClose });
  return (
    <Dialog open title={t('posts.add')} onClose={onClose}>
      <SchemaForm
        schema={{
          type: 'object',
          properties: {
            name: { type: 'string', title: t('posts.name'), minLength: 1, maxLength: 60 },
            wanted: { type: 'integer', title: t('posts.wanted'), minimum: 1, maximum: 500, default: 2 },
            place: { type: 'object', title: t('form.place'), 'x-picker': 'place' },
          },
          required: ['name', 'wanted'],
        }}
        pickers={actPickers}
        submit={t('save')}
        busy={add.isPending}
        problem={add.error}
        onSubmit={(body) => add.mutate({ params: { number }, body: body as never })}
      />
    </Dialog>
  );
}

function ShiftDialog({
  number,
  postId,
  shiftId,
  name,
  onClose,
}: {
  number: string;
  postId: string;
  shiftId?: string;
  name: string;
  onClose: () => void;
}) {
  const t = useTexts('musterDesk');
  const begin = useAct(muster.beginShift, { stale, onDone: onClose });
  const relieve = useAct(muster.relieve, { stale, onDone: onClose });
  const there = useCall(muster.members, { params: { number }, query: { status: 'present', limit: 200 } });
  const free = (there.data?.items ?? []).filter((member) => !member.onShift);
  return (
    <Dialog open title={`${shiftId ? t('posts.relief') : t('posts.shift')} · ${name}`} onClose={onClose}>
      {there.data && free.length === 0 ? (
        <p>{t('posts.nobody')}</p>
      ) : (
        there.data && (
          <SchemaForm
            schema={{
              type: 'object',
              properties: {
                responderId: {
                  type: 'string',
                  title: t('posts.who'),
                  enum: free.map((member) => member.id),
                  'x-options': Object.fromEntries(free.map((member) => [member.id, `${member.name}（${member.team ?? member.post}）`])),
                },
                hours: { type: 'number', title: t('posts.hours'), minimum: 0.5, maximum: 24, default: 4 },
              },
              required: ['responderId', 'hours'],
            }}
            submit={shiftId ? t('posts.relief') : t('posts.shift')}
            busy={begin.isPending || relieve.isPending}
            problem={begin.error ?? relieve.error}
            onSubmit={({ responderId, hours }) => {
              const body = { responderId: String(responderId), hours: Number(hours) };
              if (shiftId) relieve.mutate({ params: { number, id: shiftId }, body });
              else begin.mutate({ params: { number }, body: { ...body, postId } });
            }}
          />
        )
      )}
    </Dialog>
  );
}

import { muster } from '@gongzhi/contract/muster';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { useProblemText } from '../../../kit/problem-text.ts';
import { SchemaForm } from '../../../kit/schema-form/schema-form.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { actPickers } from '../../matter/act-pickers.tsx';

const list = (text: unknown) =>
  String(text ?? '')
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Calls a muster; how many it would reach is asked before. */
export function CallDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('musterDesk');
  const say = useProblemText();
  const navigate = useNavigate();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const count = useAct(muster.countResponders, { stale: [] });
  const call = useAct(muster.call, {
    stale: [muster.list],
    onDone: ({ number, called }) => {
      toast(t('done.called', { count: called }));
      void navigate({ to: '/console/musters/$number', params: { number } as never });
    },
  });
  const text = (key: string, more: object = {}) => ({ type: 'string', title: t(`form.${key}`), ...more });
  const areas = (values.areas as string[] | undefined) ?? [];
  return (
    <Dialog open title={t('call')} onClose={onClose} width={44}>
      <SchemaForm
        schema={{
          type: 'object',
          properties: {
            title: text('title', { minLength: 2, maxLength: 120 }),
            body: text('body', { minLength: 2, maxLength: 4000, 'x-long': true }),
            areaCode: text('areaCode', { 'x-picker': 'area' }),
            areas: { type: 'array', items: { type: 'string' }, minItems: 1, title: t('form.areas'), 'x-picker': 'area' },
            skills: text('skills', { maxLength: 120 }),
            posts: text('posts', { maxLength: 120 }),
            address: text('address', { maxLength: 120 }),
            place: { type: 'object', title: t('form.place'), 'x-picker': 'place' },
            radius: { type: 'integer', title: t('form.radius'), minimum: 50, maximum: 5000, default: 300 },
            rehearsal: { type: 'boolean', title: t('form.rehearsal'), default: false },
          },
          required: ['title', 'body', 'areaCode', 'areas', 'radius'],
        }}
        submit={t('form.send')}
        danger
        pickers={actPickers}
        busy={call.isPending}
        problem={call.error}
        onChange={setValues}
        onSubmit={({ skills, posts, ...body }) =>
          call.mutate({ body: { ...body, skills: list(skills), posts: list(posts), rehearsal: body.rehearsal === true } as never })
        }
      >
        <button
          type="button"
          className="button"
          disabled={areas.length === 0 || count.isPending}
          onClick={() => count.mutate({ body: { areas, skills: list(values.skills), posts: list(values.posts) } })}
        >
          {t('form.count')}
        </button>
      </SchemaForm>
      <div aria-live="polite">
        {count.error && <p className="schema-form-problem">{say(count.error)}</p>}
        {count.data && (
          <>
            <p>
              <strong>{t('form.counted', { count: count.data.count })}</strong>
            </p>
            <p className="field-hint">
              {t('form.skillsHere')}：{count.data.skills.map((one) => `${one.name} ${one.count}`).join('、')}
            </p>
            <p className="field-hint">
              {t('form.postsHere')}：{count.data.posts.map((one) => `${one.name} ${one.count}`).join('、')}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

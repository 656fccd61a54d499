import type { AnswerOf } from '@gongzhi/contract/route';
import { dutyLists, tasks } from '@gongzhi/contract/tasks';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { SchemaForm } from '../../../kit/schema-form/schema-form.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';

type Item = AnswerOf<typeof tasks.dutyItems>['items'][number];

/** The four lists as they stand, to be searched by everybody and edited by those who decide. */
export function DutyLists() {
  const t = useTexts('departmentTasks');
  const may = useMay();
  const found = useCall(tasks.dutyItems, {});
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<Item | 'new' | null>(null);
  if (found.error) return <ErrorState problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading lines={8} />;
  const shown = found.data.items.filter((item) => `${item.code}${item.title}`.includes(text.trim()));
  return (
    <>
      <div className="tasks-tools">
        <input
          className="input"
          type="search"
          aria-label={t('lists.search')}
          placeholder={t('lists.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {may('task.decide') && (
          <button type="button" className="button" onClick={() => setEdited('new')}>
            <Icon name="plus" />
            {t('lists.add')}
          </button>
        )}
      </div>
      <div className="tasks-lists">
        {dutyLists.map((list) => {
          const items = shown.filter((item) => item.list === list);
          return (
            <details key={list} className="card tasks-card" open={list !== 'forbidden' || text.trim() !== ''}>
              <summary>
                <h2>{t(`lists.${list}`)}</h2> <Tag>{items.length}</Tag>
              </summary>
              <ul className="tasks-findings">
                {items.map((item) => (
                  <li key={item.code}>
                    <span>
                      {item.code} {item.title}
                    </span>{' '}
                    {!item.active && <Tag tone="amber">{t('lists.inactive')}</Tag>}
                    <small>
                      {item.basis}
                      {item.clearedOn && ` · ${item.clearedOn}`}
                    </small>
                    {may('task.decide') && (
                      <button
                        type="button"
                        className="button button-quiet"
                        aria-label={`${t('lists.edit')} ${item.code}`}
                        onClick={() => setEdited(item)}
                      >
                        {t('lists.edit')}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </div>
      {may('task.decide') && <Rules />}
      {edited && <ItemDialog item={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function ItemDialog({ item, onClose }: { item: Item | null; onClose: () => void }) {
  const t = useTexts('departmentTasks');
  const write = useAct(tasks.writeDutyItem, {
    stale: [tasks.dutyItems],
    onDone: () => {
      toast(t('done.saved'));
      onClose();
    },
  });
  const options = Object.fromEntries(dutyLists.map((list) => [list, t(`lists.${list}`)]));
  return (
    <Dialog open title={item ? `${t('lists.edit')} ${item.code}` : t('lists.add')} onClose={onClose}>
      <SchemaForm
        schema={{
          type: 'object',
          properties: {
            ...(item ? {} : { code: { type: 'string', title: t('lists.code'), minLength: 1, maxLength: 24 } }),
            list: { type: 'string', enum: dutyLists, 'x-options': options, title: t('lists.list') },
            title: { type: 'string', title: t('lists.title'), minLength: 2, maxLength: 200 },
            basis: { type: 'string', title: t('lists.basis'), maxLength: 500 },
            active: { type: 'boolean', title: t('lists.active'), default: true },
          },
          required: ['code', 'list', 'title'],
        }}
        initial={
          item ? { list: item.list, title: item.title, basis: item.basis ?? '', active: item.active } : { active: true, list: 'assistance' }
        }
        submit={t('lists.save')}
        busy={write.isPending}
        problem={write.error}
        onSubmit={({ code, ...body }) =>
          write.mutate({
            params: { code: item?.code ?? String(code) },
            body: { ...body, ...(item?.clearedOn ? { clearedOn: item.clearedOn } : {}) } as never,
          })
        }
      />
    </Dialog>
  );
}

/** How long a decision may take, and how far ahead an application is due. */
function Rules() {
  const t = useTexts('departmentTasks');
  const found = useCall(tasks.readTaskRules, {});
  const write = useAct(tasks.writeTaskRules, { stale: [tasks.readTaskRules], onDone: () => toast(t('done.saved')) });
  if (!found.data) return null;
  return (
    <section className="card tasks-card">
      <h2>{t('lists.rules')}</h2>
      <SchemaForm
        schema={{
          type: 'object',
          properties: {
            decideDays: { type: 'integer', title: t('lists.decideDays'), minimum: 1, maximum: 120 },
            aheadDays: { type: 'integer', title: t('lists.aheadDays'), minimum: 0, maximum: 250 },
          },
          required: ['decideDays', 'aheadDays'],
        }}
        initial={found.data}
        submit={t('lists.save')}
        busy={write.isPending}
        problem={write.error}
        onSubmit={(body) => write.mutate({ body: body as never })}
      />
    </section>
  );
}

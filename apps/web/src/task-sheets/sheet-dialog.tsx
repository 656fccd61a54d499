import { matters } from '@gongzhi/contract/matters';
import { tasks } from '@gongzhi/contract/tasks';
import { Dialog } from '../kit/dialog.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { Loading } from '../kit/loading.tsx';
import { SchemaForm } from '../kit/schema-form/schema-form.tsx';
import { toast } from '../kit/toast.tsx';
import { useSpoken, useTexts } from '../shell/language.ts';
import { useAct, useCall } from '../shell/query.ts';

/** What stands beside the questions of every form. */
const own = { minutes: '__minutes', note: '__note' };
const refiled = (problem: { errors?: readonly { field: string; reason: string }[] } | null) =>
  problem && {
    ...problem,
    errors: (problem.errors ?? []).map((error) => ({ ...error, field: error.field.replace(/^(body\.)?answers\./, '') })),
  };

/** One turn: its form with what is known already, or what was answered. */
export function SheetDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts('taskSheets');
  const spoken = useSpoken();
  const found = useCall(tasks.readSheet, { params: { id } });
  const answer = useAct(tasks.answerSheet, {
    stale: [tasks.sheets, tasks.readSheet, tasks.burden, matters.read],
    onDone: () => {
      toast(t('done'));
      onClose();
    },
  });
  const sheet = found.data;
  const form = sheet?.form as { properties?: Record<string, { title?: string }>; required?: string[] } | undefined;
  const labels = new Map(Object.entries(form?.properties ?? {}).map(([key, property]) => [key, property.title ?? key]));
  return (
    <Dialog open title={sheet ? `${sheet.title} · ${sheet.areaName}` : t('fill')} onClose={onClose} width={36}>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {!sheet && !found.error && <Loading lines={5} />}
      {sheet && (
        <div className="sheets-form">
          <p className="sheets-body">{sheet.body}</p>
          {sheet.filled.length > 0 && (
            <section>
              <h3>{t('filled')}</h3>
              <dl className="sheets-facts">
                {sheet.filled.map((field) => (
                  <div key={field.key}>
                    <dt>{field.label}</dt>
                    <dd>
                      {String(field.value)} <small>{spoken(field.why)}</small>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          {sheet.answeredAt ? (
            <>
              <dl className="sheets-facts">
                {Object.entries(sheet.answers ?? {})
                  .filter(([key]) => labels.has(key))
                  .map(([key, value]) => (
                    <div key={key}>
                      <dt>{labels.get(key)}</dt>
                      <dd>{String(value)}</dd>
                    </div>
                  ))}
              </dl>
              <p className="field-hint">{t('by', { name: sheet.answeredBy ?? '—', count: sheet.minutes ?? 0 })}</p>
              {sheet.note && <p className="sheets-body">{sheet.note}</p>}
            </>
          ) : sheet.canAnswer ? (
            <SchemaForm
              schema={{
                type: 'object',
                properties: {
                  ...form?.properties,
                  [own.minutes]: { type: 'integer', title: t('minutes'), minimum: 0, maximum: 60000 },
                  [own.note]: { type: 'string', title: t('note'), maxLength: 2000 },
                },
                required: [...(form?.required ?? []), own.minutes],
              }}
              submit={t('send')}
              busy={answer.isPending}
              problem={refiled(answer.error) as never}
              onSubmit={({ [own.minutes]: minutes, [own.note]: note, ...answers }) =>
                answer.mutate({ params: { id }, body: { answers, minutes: Number(minutes), ...(note ? { note: String(note) } : {}) } })
              }
            />
          ) : (
            <p className="field-hint">{t('notYet')}</p>
          )}
        </div>
      )}
    </Dialog>
  );
}

import { matters } from '@gongzhi/contract/matters';
import { tasks } from '@gongzhi/contract/tasks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { PageHeader } from '../../../kit/page-header.tsx';
import { SchemaForm } from '../../../kit/schema-form/schema-form.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useAct, useCall } from '../../../shell/query.ts';
import { applySchema, fieldsOfRows } from './apply-schema.ts';
import { Checked } from './checked.tsx';
import './tasks.css';

/** An application for admission, or a placement: under an admission (`?admission=`), or without one (`?place=1`). */
export default function ApplyPage() {
  const t = useTexts('departmentTasks');
  const [search] = useSearchState();
  const navigate = useNavigate();
  const mode = search.admission ? 'under' : search.place ? 'place' : 'apply';
  const [values, setValues] = useState<Record<string, unknown>>({});
  const known = useCall(matters.read, { params: { number: search.admission ?? '' } }, { enabled: mode === 'under' });
  const check = useAct(tasks.checkTask, { stale: [] });
  const stale = [matters.list, tasks.sheets, tasks.burden];
  const apply = useAct(tasks.apply, {
    stale,
    onDone: ({ number }) => {
      toast(t('done.applied', { number }));
      void navigate({ to: '/console/tasks/$number', params: { number } as never });
    },
  });
  const place = useAct(tasks.place, {
    stale,
    onDone: ({ placed }) => {
      toast(t('done.placed', { count: placed }));
      void navigate({ to: '/console/tasks' });
    },
  });
  const schema = useMemo(() => applySchema(t, mode), [t, mode]);
  const send = ({ form, item, ...rest }: Record<string, unknown>) => {
    const body = { ...rest, ...(item ? { item } : {}), ...(mode === 'under' ? {} : { form: fieldsOfRows(form) }) };
    if (mode === 'apply') apply.mutate({ body: body as never });
    else place.mutate({ body: { ...body, ...(search.admission ? { admission: search.admission } : {}) } as never });
  };
  const details = known.data?.details as Record<string, unknown> | undefined;
  const initial = known.data && {
    ...{ title: known.data.title, body: known.data.body, from: details?.from, to: details?.to },
    ...{ frequency: details?.frequency, level: details?.level, areas: details?.areas },
  };
  return (
    <main id="main" tabIndex={-1} className="tasks">
      <PageHeader
        title={mode === 'apply' ? t('command:tasks.apply') : mode === 'place' ? t('placeButton') : t('placeUnder')}
        meta={search.admission}
        back={<Link to="/console/tasks">{t('back')}</Link>}
      />
      <div className="tasks-columns">
        <div className="card tasks-card">
          {(mode !== 'under' || initial) && (
            <SchemaForm
              schema={schema}
              submit={mode === 'apply' ? t('form.send') : t('form.place')}
              pickers={pickers}
              busy={apply.isPending || place.isPending}
              problem={apply.error ?? place.error}
              onChange={setValues}
              onSubmit={send}
              {...(initial ? { initial } : {})}
            >
              {mode !== 'under' && (
                <button
                  type="button"
                  className="button"
                  disabled={check.isPending || !String(values.title ?? '').trim()}
                  onClick={() =>
                    check.mutate({
                      body: {
                        ...{ title: String(values.title ?? ''), body: String(values.body ?? ''), form: fieldsOfRows(values.form) as never },
                        ...(values.item ? { item: String(values.item) } : {}),
                      },
                    })
                  }
                >
                  {t('form.check')}
                </button>
              )}
            </SchemaForm>
          )}
        </div>
        {mode !== 'under' && <Checked result={check.data} problem={check.error} />}
      </div>
    </main>
  );
}

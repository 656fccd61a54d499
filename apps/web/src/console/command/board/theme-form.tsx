import { board, type Theme } from '@gongzhi/contract/board';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { CheckField, LinesField, PickField, TextField } from '../../admin/fields.tsx';
import { FormDialog } from '../../admin/form-dialog.tsx';

type Step = Theme['steps'][number] & { key: number };
let last = 0;

/** A theme: what, where, why, and the steps that are ticked off. */
export function ThemeForm({ theme, onClose }: { theme: Theme | null; onClose: () => void }) {
  const t = useTexts('themes');
  const [month, setMonth] = useState(theme?.month ?? dayOf(Date.now()).slice(0, 7));
  const [areaCode, setAreaCode] = useState(theme?.areaCode ?? '');
  const [category, setCategory] = useState(theme?.category ?? '');
  const [title, setTitle] = useState(theme?.title ?? '');
  const [why, setWhy] = useState(theme?.why ?? '');
  const [closed, setClosed] = useState(theme?.state === 'closed');
  const [steps, setSteps] = useState<readonly Step[]>((theme?.steps ?? []).map((step) => ({ ...step, key: ++last })));
  const done = () => {
    toast(t('saved'));
    onClose();
  };
  const stale = [board.themes, board.theme, board.now];
  const create = useAct(board.createTheme, { stale, onDone: done });
  const change = useAct(board.changeTheme, { stale, onDone: done });
  const problem = create.error ?? change.error;
  const set = (key: number, part: Partial<Step>) => setSteps(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const submit = () => {
    const body = { month, areaCode, category, title: title.trim(), why: why.trim(), steps: steps.map(({ key: _, ...step }) => step) };
    if (theme) change.mutate({ params: { id: theme.id }, body: { ...body, version: theme.version, state: closed ? 'closed' : 'running' } });
    else create.mutate({ body });
  };
  return (
    <FormDialog
      title={theme?.title ?? t('create')}
      action={t('submit')}
      pending={create.isPending || change.isPending}
      problem={problem}
      width={46}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('name')} value={title} onChange={setTitle} maxLength={80} problem={problemAt(problem, 'title')} />
      <TextField label={t('month')} type="month" value={month} onChange={setMonth} problem={problemAt(problem, 'month')} />
      <PickField of="area" label={t('area')} value={areaCode} onChange={setAreaCode} problem={problemAt(problem, 'areaCode')} />
      <PickField of="category" label={t('category')} value={category} onChange={setCategory} problem={problemAt(problem, 'category')} />
      <LinesField label={t('why')} required={false} value={why} onChange={setWhy} rows={2} maxLength={1000} />
      <fieldset className="field">
        <legend className="field-label">{t('steps')}</legend>
        {steps.map((step, index) => (
          <div key={step.key} className="theme-step">
            <input
              className="input"
              aria-label={`${index + 1} ${t('step')}`}
              placeholder={t('step')}
              maxLength={300}
              value={step.text}
              onChange={(event) => set(step.key, { text: event.target.value })}
            />
            <input
              className="input"
              aria-label={`${index + 1} ${t('owner')}`}
              placeholder={t('owner')}
              maxLength={60}
              value={step.owner}
              onChange={(event) => set(step.key, { owner: event.target.value })}
            />
            <input
              className="input"
              type="date"
              aria-label={`${index + 1} ${t('due')}`}
              value={step.dueOn}
              onChange={(event) => set(step.key, { dueOn: event.target.value })}
            />
            <label className="check">
              <input
                type="checkbox"
                checked={step.doneOn !== null}
                onChange={(event) => set(step.key, { doneOn: event.target.checked ? dayOf(Date.now()) : null })}
              />
              {t('done')}
            </label>
            <button
              type="button"
              className="button button-quiet button-icon"
              aria-label={t('removeStep', { n: index + 1 })}
              onClick={() => setSteps(steps.filter((one) => one.key !== step.key))}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
        <button
          type="button"
          className="button"
          disabled={steps.length >= 30}
          onClick={() => setSteps([...steps, { key: ++last, text: '', owner: '', dueOn: `${month}-28`, doneOn: null }])}
        >
          <Icon name="plus" />
          {t('addStep')}
        </button>
      </fieldset>
      {theme && <CheckField label={t('close')} value={closed} onChange={setClosed} />}
    </FormDialog>
  );
}

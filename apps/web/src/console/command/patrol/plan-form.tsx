import { type Plan, type PlanInput, patrol } from '@gongzhi/contract/patrol';
import { useState } from 'react';
import { Field, problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useAct, useCall } from '../../../shell/query.ts';
import { TextField } from '../../admin/fields.tsx';
import { FormDialog } from '../../admin/form-dialog.tsx';

const Area = pickers.area!;
interface Row {
  key: number;
  id?: string;
  name: string;
  longitude: string;
  latitude: string;
  radius: string;
  code: string;
}
let last = 0;
const emptyRow = (): Row => ({ key: ++last, name: '', longitude: '', latitude: '', radius: '80', code: '' });
const rowOf = (point: Plan['points'][number]): Row => ({
  key: ++last,
  id: point.id,
  name: point.name,
  longitude: String(point.longitude),
  latitude: String(point.latitude),
  radius: String(point.radius),
  code: point.code ?? '',
});

/** A plan with its points; a point that is removed is closed, its visits stay. */
export function PlanForm({ plan, area, onClose }: { plan: Plan | null; area: string | undefined; onClose: () => void }) {
  const t = useTexts('patrolDesk');
  const spoken = useSpoken();
  const rules = useCall(patrol.readRules, {});
  const [areaCode, setAreaCode] = useState(plan?.areaCode ?? area ?? '');
  const [name, setName] = useState(plan?.name ?? '');
  const [frequency, setFrequency] = useState<PlanInput['frequency']>(plan?.frequency ?? 'daily');
  const [weekdays, setWeekdays] = useState<readonly number[]>(plan?.weekdays ?? []);
  const [checklist, setChecklist] = useState(plan?.checklist ?? '');
  const [active, setActive] = useState(plan?.active ?? true);
  const [rows, setRows] = useState<readonly Row[]>(plan ? plan.points.map(rowOf) : [emptyRow()]);
  const done = () => {
    toast(t('plans.saved'));
    onClose();
  };
  const create = useAct(patrol.createPlan, { onDone: done });
  const change = useAct(patrol.changePlan, { onDone: done });
  const problem = create.error ?? change.error;
  const set = (key: number, part: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const submit = () => {
    const body: PlanInput = {
      areaCode,
      name: name.trim(),
      frequency,
      weekdays: frequency === 'daily' ? [...weekdays] : [],
      checklist: checklist || null,
      active,
      points: rows.map((row) => ({
        ...(row.id ? { id: row.id } : {}),
        name: row.name.trim(),
        longitude: Number(row.longitude || Number.NaN),
        latitude: Number(row.latitude || Number.NaN),
        radius: Number(row.radius),
        code: row.code.trim() || null,
      })),
    };
    if (plan) change.mutate({ params: { id: plan.id }, body: { ...body, version: plan.version } });
    else create.mutate({ body });
  };
  return (
    <FormDialog
      title={plan ? plan.name : t('plans.create')}
      action={t('plans.submit')}
      pending={create.isPending || change.isPending}
      problem={problem}
      width={52}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label={t('plans.name')} value={name} onChange={setName} maxLength={60} problem={problemAt(problem, 'name')} />
      <Field id="plan-area" label={t('plans.area')} problem={problemAt(problem, 'areaCode')}>
        <Area
          id="plan-area"
          value={areaCode}
          several={false}
          max={1}
          invalid={false}
          onChange={(value) => setAreaCode(value ? String(value) : '')}
        />
      </Field>
      <Field id="plan-frequency" label={t('plans.frequency')} group>
        <div className="pills">
          {(['daily', 'weekly', 'monthly'] as const).map((one) => (
            <label key={one} className="pill">
              <input type="radio" name="frequency" checked={frequency === one} onChange={() => setFrequency(one)} />
              {t(`plans.${one}`)}
            </label>
          ))}
        </div>
      </Field>
      {frequency === 'daily' && (
        <Field id="plan-weekdays" label={t('plans.weekdays')} group hint={t('plans.everyDay')}>
          <div className="pills">
            {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
              <label key={day} className="pill">
                <input
                  type="checkbox"
                  checked={weekdays.includes(day)}
                  onChange={(event) => setWeekdays(event.target.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day))}
                />
                {t(`plans.weekday.${day}`)}
              </label>
            ))}
          </div>
        </Field>
      )}
      <Field id="plan-checklist" label={t('plans.checklist')} problem={problemAt(problem, 'checklist')}>
        <select id="plan-checklist" className="input" value={checklist} onChange={(event) => setChecklist(event.target.value)}>
          <option value="">{t('plans.noChecklist')}</option>
          {rules.data?.rules.checklists.map((list) => (
            <option key={list.code} value={list.code}>
              {spoken(list.name)}
            </option>
          ))}
        </select>
      </Field>
      <label className="patrol-active">
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
        {t('plans.active')}
      </label>
      <fieldset className="field">
        <legend className="field-label">{t('plans.points')}</legend>
        {rows.map((row) => (
          <div key={row.key} className="patrol-point-row">
            {(['pointName', 'longitude', 'latitude', 'radius', 'code'] as const).map((field) => {
              const key = field === 'pointName' ? 'name' : field;
              return (
                <input
                  key={field}
                  className="input"
                  aria-label={`${row.name} ${t(`plans.${field}`)}`}
                  placeholder={t(`plans.${field}`)}
                  value={row[key]}
                  onChange={(event) => set(row.key, { [key]: event.target.value })}
                />
              );
            })}
            <button
              type="button"
              className="button button-quiet button-icon"
              aria-label={t('plans.remove', { name: row.name })}
              disabled={rows.length === 1}
              onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
        <button type="button" className="button" disabled={rows.length >= 60} onClick={() => setRows([...rows, emptyRow()])}>
          <Icon name="plus" />
          {t('plans.add')}
        </button>
      </fieldset>
    </FormDialog>
  );
}

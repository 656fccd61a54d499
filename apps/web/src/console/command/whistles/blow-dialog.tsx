import { matters } from '@gongzhi/contract/matters';
import { type Ground, grounds, whistles } from '@gongzhi/contract/whistles';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { Field } from '../../../kit/field.tsx';
import { useProblemText } from '../../../kit/problem-text.ts';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useAct, useCall } from '../../../shell/query.ts';
import { LinesField, PickField, SelectField, TextField } from '../../admin/fields.tsx';
import '../command.css';

const MatterPicker = pickers.matter!;

/** Whistles: ground, problems, and the units that the responsibility list names for them at the scene. */
export function BlowDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('whistles');
  const say = useProblemText();
  const navigate = useNavigate();
  const casesId = useId();
  const [ground, setGround] = useState<Ground>('hard-problem');
  const [form, setForm] = useState({ title: '', body: '', problem: '', category: '', areaCode: '' });
  const [cases, setCases] = useState<string[]>([]);
  const [lead, setLead] = useState('');
  const [assist, setAssist] = useState<string[]>([]);
  const put = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value });
  const attached =
    useCall(matters.list, { query: { numbers: cases.join(','), limit: 60 } }, { enabled: cases.length > 0, keep: true }).data?.items ?? [];
  const first = attached.find((item) => item.number === cases[0]);
  const categories = [...new Set([...attached.flatMap((item) => item.category ?? []), ...(form.category ? [form.category] : [])])];
  const areaCode = first?.areaCode ?? form.areaCode;
  const options = useCall(
    whistles.options,
    { query: { categories: categories.join(','), areaCode } },
    { enabled: categories.length > 0 && areaCode !== '', keep: true },
  );
  const units = categories.length > 0 && areaCode !== '' ? (options.data?.units ?? []) : [];
  const blow = useAct(whistles.blow, {
    stale: [whistles.list, whistles.figures, matters.list, matters.counts],
    onDone: (answer) => {
      toast(t('form.done', { number: answer.number }), 'done');
      onClose();
      void navigate({ to: '/console/whistles/$number', params: { number: answer.number } as never });
    },
  });
  const terms = options.data?.rules.grounds[ground];
  const words = (limit: { amount: number; unit: string }) => t(`limit.${limit.unit as 'hour'}`, { amount: limit.amount });
  const problem = blow.error ?? options.error;
  const send = () =>
    blow.mutate({
      body: {
        ...{ ground, title: form.title, body: form.body, lead, assist },
        problems: [
          ...cases.map((number) => ({ case: number })),
          ...(form.problem && form.category ? [{ title: form.problem, category: form.category }] : []),
        ],
        ...(first?.location ? { place: { ...first.location, system: 'wgs84' as const } } : {}),
        ...(areaCode ? { areaCode } : {}),
        ...(first?.address ? { address: first.address } : {}),
      },
    });
  return (
    <Dialog open title={t('form.title')} onClose={onClose} width={44}>
      <form
        className="command-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <SelectField
          label={t('form.ground')}
          required
          value={ground}
          onChange={(value) => setGround(value as Ground)}
          options={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
          hint={
            terms &&
            t('form.terms', {
              sign: words(terms.sign),
              contact: words(terms.contact),
              arrive: words(terms.arrive),
              handle: words(terms.handle),
            })
          }
        />
        <TextField label={t('form.name')} required maxLength={120} value={form.title} onChange={put('title')} />
        <LinesField label={t('form.body')} required maxLength={4000} value={form.body} onChange={put('body')} />
        <Field id={casesId} label={t('form.cases')} hint={t('form.casesHint')}>
          <MatterPicker
            id={casesId}
            value={cases}
            several
            max={30}
            onChange={(value) => setCases((value as string[] | undefined) ?? [])}
            invalid={false}
          />
        </Field>
        <TextField label={t('form.problem')} maxLength={120} value={form.problem} onChange={put('problem')} />
        <PickField of="category" label={t('form.category')} value={form.category} onChange={put('category')} />
        {!first && <PickField of="area" label={t('form.area')} value={form.areaCode} onChange={put('areaCode')} />}
        {units.length === 0 ? (
          <p className="command-quiet">{t('form.choose')}</p>
        ) : (
          <>
            <SelectField
              label={t('form.lead')}
              required
              none=""
              value={lead}
              onChange={setLead}
              options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              hint={units.find((unit) => unit.id === lead)?.why ?? t('form.outside')}
            />
            <fieldset className="field">
              <legend>{t('form.assist')}</legend>
              <div className="pills">
                {units
                  .filter((unit) => unit.id !== lead)
                  .map((unit) => (
                    <label key={unit.id} className="pill" title={unit.why}>
                      <input
                        type="checkbox"
                        checked={assist.includes(unit.id)}
                        onChange={(event) => setAssist(event.target.checked ? [...assist, unit.id] : assist.filter((id) => id !== unit.id))}
                      />
                      {unit.name}
                    </label>
                  ))}
              </div>
            </fieldset>
          </>
        )}
        {problem && (
          <p className="field-problem" role="alert">
            {say(problem)}
          </p>
        )}
        <div className="schema-form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('form.cancel')}
          </button>
          <button type="submit" className="button button-primary" disabled={blow.isPending || !lead || !form.title || !form.body}>
            {t('form.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

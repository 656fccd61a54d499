import type { CaseRules } from '@gongzhi/contract/case-rules';
import { cases } from '@gongzhi/contract/cases';
import type { Limit } from '@gongzhi/contract/primitives';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { problemAt } from '../../../kit/field.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { LinesField, TextField } from '../fields.tsx';
import { Refused } from '../form-dialog.tsx';
import { LimitField } from '../limit-field.tsx';
import { ReplyTemplates } from './reply-templates.tsx';

const steps = ['accept', 'sign', 'signDangerous', 'contact', 'decide', 'verify', 'callBack', 'resolve'] as const;
const classes = ['danger', 'utilities', 'ordinary', 'complex'] as const;
const weights = ['response', 'resolution', 'satisfaction'] as const;
const sound = (limit: Limit) => Number.isFinite(limit.amount) && limit.amount > 0;

/** Terms that hold for every category, the reopening window, the weights and the script; each change is a new version. */
export function Rules() {
  const t = useTexts('duties');
  const asked = useCall(cases.readRules, {});
  const [edited, setEdited] = useState<CaseRules | null>(null);
  const save = useAct(cases.writeRules, {
    stale: [cases.readRules, cases.callBackList],
    onDone: () => {
      setEdited(null);
      toast(t('rules.saved'));
    },
  });
  if (asked.error) return <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading lines={8} />;
  const { version } = asked.data;
  const rules = edited ?? asked.data.rules;
  const set = (change: Partial<CaseRules>) => setEdited({ ...rules, ...change });
  const bad = [...steps.map((step) => rules[step]), ...Object.values(rules.resolveByClass)].some((limit) => !sound(limit));
  const wrong = (limit: Limit) => (sound(limit) ? null : t('rules.bad'));
  return (
    <form
      className="admin-form"
      aria-label={t('tab.rules')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { version, rules } });
      }}
    >
      <p className="admin-quiet">{version === 0 ? t('rules.shipped') : t('rules.meta', { version })}</p>
      <section className="admin-panel" aria-label={t('rules.terms')}>
        <h2>{t('rules.terms')}</h2>
        <div className="admin-two">
          {steps.map((step) => (
            <LimitField
              key={step}
              label={t(`rules.${step}`)}
              problem={problemAt(save.error, `rules.${step}`) ?? wrong(rules[step])}
              value={rules[step]}
              onChange={(limit) => limit && set({ [step]: limit })}
            />
          ))}
        </div>
      </section>
      <section className="admin-panel" aria-label={t('rules.byClass')}>
        <h2>{t('rules.byClass')}</h2>
        <div className="admin-two">
          {classes.map((name) => (
            <LimitField
              key={name}
              label={t(`class.${name}`)}
              problem={problemAt(save.error, `rules.resolveByClass.${name}`) ?? wrong(rules.resolveByClass[name])}
              value={rules.resolveByClass[name]}
              onChange={(limit) => limit && set({ resolveByClass: { ...rules.resolveByClass, [name]: limit } })}
            />
          ))}
        </div>
      </section>
      <section className="admin-panel" aria-label={t('rules.reopening')}>
        <h2>{t('rules.reopening')}</h2>
        <div className="admin-two">
          <TextField
            type="number"
            min={1}
            max={365}
            label={t('rules.reopenDays')}
            problem={problemAt(save.error, 'rules.reopenDays')}
            value={String(rules.reopenDays)}
            onChange={(value) => set({ reopenDays: Number(value) })}
          />
          <TextField
            type="number"
            min={1}
            max={5}
            label={t('rules.satisfiedFrom')}
            hint={t('rules.satisfiedHint')}
            problem={problemAt(save.error, 'rules.satisfiedFrom')}
            value={String(rules.satisfiedFrom)}
            onChange={(value) => set({ satisfiedFrom: Number(value) })}
          />
        </div>
        <fieldset className="field">
          <legend className="field-label">{t('rules.weights')}</legend>
          <div className="admin-two">
            {weights.map((name, at) => (
              <TextField
                key={name}
                type="number"
                min={0}
                label={t(`rules.${name}`)}
                problem={problemAt(save.error, `rules.composite.${at}`)}
                value={String(rules.composite[at])}
                onChange={(value) =>
                  set({ composite: rules.composite.map((old, place) => (place === at ? Number(value) : old)) as CaseRules['composite'] })
                }
              />
            ))}
          </div>
        </fieldset>
      </section>
      <section className="admin-panel" aria-label={t('rules.script')}>
        <LinesField
          label={t('rules.script')}
          hint={t('rules.scriptHint')}
          problem={problemAt(save.error, 'rules.script')}
          value={rules.script}
          onChange={(script) => set({ script })}
          maxLength={2000}
        />
      </section>
      <ReplyTemplates value={rules.replies} onChange={(replies) => set({ replies })} problem={(field) => problemAt(save.error, field)} />
      {save.error && <Refused problem={save.error} />}
      <div className="admin-bar">
        <button type="submit" className="button button-primary" disabled={!edited || bad || save.isPending}>
          {t('rules.save')}
        </button>
        {edited && (
          <button type="button" className="button" onClick={() => setEdited(null)}>
            {t('rules.undo')}
          </button>
        )}
      </div>
    </form>
  );
}

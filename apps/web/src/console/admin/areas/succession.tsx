import { AreaLevel, territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { PickField, SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import type { WholeArea } from './area-facts.tsx';
import type { Boundary } from './boundary.ts';
import { BoundaryField } from './boundary-field.tsx';

type Level = WholeArea['level'];
interface Begun {
  key: number;
  code: string;
  name: string;
  level: Level;
  boundary: Boundary | null;
}

/** Ends some areas and begins others in one act: a split is one against several, a merge several against one. */
export function Succession({ area, onClose, onDone }: { area: WholeArea; onClose: () => void; onDone: (code: string) => void }) {
  const t = useTexts('areas');
  const [ended, setEnded] = useState<string[]>([area.code]);
  const [on, setOn] = useState(() => dayOf(Date.now()));
  const fresh = (key: number): Begun => ({ key, code: '', name: '', level: area.level, boundary: null });
  const [begun, setBegun] = useState<Begun[]>(() => [fresh(0), fresh(1)]);
  const act = useAct(territory.replaceAreas, {
    onDone: ({ items }) => {
      toast(t('succession.done'));
      onDone(items[0]?.code ?? area.code);
      onClose();
    },
  });
  const set = (key: number, change: Partial<Begun>) => setBegun(begun.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const submit = async () => {
    const asked = {
      title: t('succession.ask', { on, ended: ended.length, begun: begun.length }),
      body: t('succession.askBody'),
      action: t('succession.submit'),
      danger: true,
    };
    if (!(await confirm(asked))) return;
    act.mutate({
      body: {
        ended,
        on,
        begun: begun.map(({ code, name, level, boundary }) => ({ code: code.trim(), name: name.trim(), level, boundary })),
      },
    });
  };
  return (
    <FormDialog
      title={t('succession.title')}
      action={t('succession.submit')}
      danger
      width={52}
      onClose={onClose}
      pending={act.isPending}
      problem={act.error}
      disabled={ended.length === 0 || on === '' || begun.some(({ code, name }) => code.trim() === '' || name.trim() === '')}
      onSubmit={() => void submit()}
    >
      <p>{t('succession.hint')}</p>
      <div className="admin-two">
        <PickField
          of="area"
          label={t('succession.ended')}
          several
          max={50}
          problem={problemAt(act.error, 'ended')}
          value={ended}
          onChange={setEnded}
        />
        <TextField type="date" label={t('succession.on')} problem={problemAt(act.error, 'on')} value={on} onChange={setOn} />
      </div>
      {begun.map((one, at) => (
        <fieldset key={one.key} className="field areas-begun">
          <legend className="field-label">{`${t('succession.begun')} · ${t('succession.nth', { n: at + 1 })}`}</legend>
          <div className="admin-two">
            <TextField
              label={t('field.code')}
              problem={problemAt(act.error, `begun.${at}.code`)}
              value={one.code}
              onChange={(code) => set(one.key, { code: code.replace(/\D/g, '') })}
              inputMode="numeric"
              maxLength={24}
            />
            <TextField
              label={t('field.name')}
              problem={problemAt(act.error, `begun.${at}.name`)}
              value={one.name}
              onChange={(name) => set(one.key, { name })}
              maxLength={100}
            />
            <SelectField
              label={t('field.level')}
              problem={problemAt(act.error, `begun.${at}.level`)}
              value={one.level}
              onChange={(level) => set(one.key, { level: level as Level })}
              options={AreaLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          </div>
          <BoundaryField
            value={one.boundary}
            onChange={(boundary) => set(one.key, { boundary })}
            problem={problemAt(act.error, `begun.${at}.boundary`)}
          />
          {begun.length > 1 && (
            <button type="button" className="button button-quiet" onClick={() => setBegun(begun.filter(({ key }) => key !== one.key))}>
              <Icon name="trash" />
              {t('succession.drop', { n: at + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => setBegun([...begun, fresh(Math.max(...begun.map(({ key }) => key)) + 1)])}>
        <Icon name="plus" />
        {t('succession.more')}
      </button>
    </FormDialog>
  );
}

import { AreaLevel, territory } from '@gongzhi/contract/territory';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { call } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf, useAct } from '../../../shell/query.ts';
import { PickField, SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import type { WholeArea } from './area-facts.tsx';
import type { Boundary } from './boundary.ts';
import { BoundaryField } from './boundary-field.tsx';
import { joined } from './cut-and-join.ts';
import { Cutting } from './cutting.tsx';

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
  const above = area.ancestors.at(-1)?.code ?? '';
  const fresh = (key: number, boundary: Boundary | null = null): Begun => ({ key, code: above, name: '', level: area.level, boundary });
  const [begun, setBegun] = useState<Begun[]>(() => [fresh(0, area.boundary as Boundary | null)]);
  const [before, setBefore] = useState<Begun[][]>([]);
  const change = (next: Begun[]) => {
    setBefore([...before, begun]);
    setBegun(next);
  };
  const nextKey = Math.max(-1, ...begun.map(({ key }) => key)) + 1;
  const outlines = useQueries({
    queries: ended.map((code) => ({
      queryKey: keyOf(territory.readArea, { params: { code } }),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(territory.readArea, { params: { code }, signal }),
      staleTime: 60_000,
    })),
    combine: (asked) => asked.flatMap(({ data }) => (data?.boundary ? [data.boundary as Boundary] : [])),
  });
  const join = async () => {
    const whole = await joined(outlines);
    if (whole) change([{ ...(begun[0] ?? fresh(nextKey)), boundary: whole }]);
  };
  const pieces = begun.flatMap(({ boundary }) => (boundary ? [boundary] : []));
  const onCut = (place: number, [one, other]: [Boundary, Boundary]) => {
    const cutting = begun.filter(({ boundary }) => boundary)[place]!;
    change([...begun.map((piece) => (piece.key === cutting.key ? { ...piece, boundary: one } : piece)), fresh(nextKey, other)]);
  };
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
      {pieces.length > 0 && (
        <div>
          <p className="field-label">{t('cut.title')}</p>
          <Cutting pieces={pieces} onCut={onCut} />
        </div>
      )}
      <div className="admin-bar">
        {ended.length > 1 && (
          <button type="button" className="button" disabled={outlines.length < 2} onClick={() => void join()}>
            <Icon name="link" />
            {t('cut.join', { count: outlines.length })}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={before.length === 0}
          onClick={() => {
            setBegun(before.at(-1)!);
            setBefore(before.slice(0, -1));
          }}
        >
          <Icon name="back" />
          {t('boundary.undo')}
        </button>
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
          <details>
            <summary>{t(one.boundary ? 'cut.shape' : 'noBoundary')}</summary>
            <BoundaryField
              value={one.boundary}
              onChange={(boundary) => set(one.key, { boundary })}
              problem={problemAt(act.error, `begun.${at}.boundary`)}
            />
          </details>
          {begun.length > 1 && (
            <button type="button" className="button button-quiet" onClick={() => change(begun.filter(({ key }) => key !== one.key))}>
              <Icon name="trash" />
              {t('succession.drop', { n: at + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => change([...begun, fresh(nextKey)])}>
        <Icon name="plus" />
        {t('succession.more')}
      </button>
    </FormDialog>
  );
}

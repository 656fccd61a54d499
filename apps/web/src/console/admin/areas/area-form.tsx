import { AreaLevel, territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import type { WholeArea } from './area-facts.tsx';
import type { Boundary } from './boundary.ts';
import { BoundaryField } from './boundary-field.tsx';

type Level = WholeArea['level'];
const levels = AreaLevel.options;
const nextLevel = (level: Level): Level => levels[Math.min(levels.indexOf(level) + 1, levels.length - 1)]!;

/** A new area below another, or a new name or boundary for one from a day on. */
export function AreaForm({
  area,
  below,
  around,
  within,
  onClose,
  onSaved,
}: {
  area?: WholeArea;
  below?: WholeArea;
  around?: GeoJSON.FeatureCollection | undefined;
  /** The area above. */
  within?: Boundary | null | undefined;
  onClose: () => void;
  onSaved?: (code: string) => void;
}) {
  const t = useTexts('areas');
  const [code, setCode] = useState(area?.code ?? below?.code ?? '');
  const [name, setName] = useState(area?.name ?? '');
  const [level, setLevel] = useState<Level>(area?.level ?? (below ? nextLevel(below.level) : 'grid'));
  const [type, setType] = useState(area?.type ?? '');
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const kept = (area?.boundary ?? null) as Boundary | null;
  const [boundary, setBoundary] = useState<Boundary | null>(kept);
  const acting = {
    onDone: (saved: { code: string }) => {
      toast(t('saved'));
      onSaved?.(saved.code);
      onClose();
    },
  };
  const create = useAct(territory.createArea, acting);
  const change = useAct(territory.changeArea, acting);
  const problem = create.error ?? change.error;
  const named = name.trim();
  const unchanged = area !== undefined && named === area.name && (type.trim() || null) === area.type && boundary === kept;
  const submit = () => {
    if (area) {
      change.mutate({
        params: { code: area.code },
        body: {
          from,
          ...(named === area.name ? {} : { name: named }),
          ...((type.trim() || null) === area.type ? {} : { type: type.trim() || null }),
          ...(boundary && boundary !== kept ? { boundary } : {}),
        },
      });
    } else create.mutate({ body: { code: code.trim(), name: named, level, type: type.trim() || null, validFrom: from, boundary } });
  };
  return (
    <FormDialog
      title={t(area ? 'act.change' : 'act.add')}
      action={t('admin:save')}
      width={52}
      onClose={onClose}
      pending={create.isPending || change.isPending}
      problem={problem}
      disabled={named === '' || code.trim() === '' || unchanged}
      onSubmit={submit}
    >
      <div className="admin-two">
        {!area && (
          <>
            <TextField
              label={t('field.code')}
              hint={t('field.codeHint')}
              problem={problemAt(problem, 'code')}
              value={code}
              onChange={(value) => setCode(value.replace(/\D/g, ''))}
              inputMode="numeric"
              maxLength={24}
            />
            <SelectField
              label={t('field.level')}
              problem={problemAt(problem, 'level')}
              value={level}
              onChange={(value) => setLevel(value as Level)}
              options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          </>
        )}
        <TextField label={t('field.name')} problem={problemAt(problem, 'name')} value={name} onChange={setName} maxLength={100} />
        <TextField
          label={t('field.type')}
          required={false}
          hint={t('field.typeHint')}
          problem={problemAt(problem, 'type')}
          value={type}
          onChange={setType}
          maxLength={40}
        />
        <TextField
          type="date"
          label={t('field.from')}
          hint={t('field.fromHint')}
          problem={problemAt(problem, area ? 'from' : 'validFrom')}
          value={from}
          onChange={setFrom}
        />
      </div>
      <BoundaryField value={boundary} onChange={setBoundary} around={around} within={within} problem={problemAt(problem, 'boundary')} />
    </FormDialog>
  );
}

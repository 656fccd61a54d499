import { type Organisation, organisations, organisationTypes } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { PickField, SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';

type UnitType = (typeof organisationTypes)[number];

/** A new organisation, or changes to one that is there. */
export function UnitForm({
  unit,
  below,
  onClose,
  onSaved,
}: {
  unit?: Organisation;
  /** The parent of a new one. */
  below?: Organisation;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const t = useTexts('units');
  const [zh, setZh] = useState(unit?.name.zh ?? '');
  const [en, setEn] = useState(unit?.name.en ?? '');
  const [shortName, setShortName] = useState(unit?.shortName ?? '');
  const [type, setType] = useState<UnitType>(unit?.type ?? 'department');
  const [code, setCode] = useState(unit?.code ?? '');
  const [areaCode, setArea] = useState(unit?.areaCode ?? below?.areaCode ?? '');
  const [parentId, setParent] = useState(unit?.parentId ?? below?.id ?? '');
  const acting = {
    onDone: (saved: Organisation) => {
      toast(t('admin:saved'));
      onSaved?.(saved.id);
      onClose();
    },
  };
  const create = useAct(organisations.createOrganisation, acting);
  const change = useAct(organisations.changeOrganisation, acting);
  const problem = create.error ?? change.error;
  const submit = () => {
    const body = {
      name: { zh: zh.trim(), ...(en.trim() ? { en: en.trim() } : {}) },
      ...(shortName.trim() ? { shortName: shortName.trim() } : {}),
      type,
      areaCode,
      code: code.trim() || null,
      parentId: parentId || null,
    };
    if (unit) change.mutate({ params: { id: unit.id }, body });
    else create.mutate({ body });
  };
  return (
    <FormDialog
      title={t(unit ? 'change' : 'add')}
      action={t('admin:save')}
      width={36}
      onClose={onClose}
      pending={create.isPending || change.isPending}
      problem={problem}
      disabled={zh.trim() === '' || areaCode === ''}
      onSubmit={submit}
    >
      <TextField label={t('field.zh')} problem={problemAt(problem, 'name.zh')} value={zh} onChange={setZh} maxLength={200} />
      <div className="admin-two">
        <TextField
          label={t('field.shortName')}
          required={false}
          problem={problemAt(problem, 'shortName')}
          value={shortName}
          onChange={setShortName}
          maxLength={60}
        />
        <TextField
          label={t('field.en')}
          required={false}
          problem={problemAt(problem, 'name.en')}
          value={en}
          onChange={setEn}
          maxLength={200}
        />
        <SelectField
          label={t('field.type')}
          problem={problemAt(problem, 'type')}
          value={type}
          onChange={(value) => setType(value as UnitType)}
          options={organisationTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <TextField
          label={t('field.code')}
          required={false}
          hint={t('field.codeHint')}
          problem={problemAt(problem, 'code')}
          value={code}
          onChange={(value) => setCode(value.toUpperCase())}
          maxLength={18}
          spellCheck={false}
        />
      </div>
      <PickField
        of="area"
        label={t('field.area')}
        hint={t('field.areaHint')}
        problem={problemAt(problem, 'areaCode')}
        value={areaCode}
        onChange={setArea}
      />
      <PickField
        of="organisation"
        label={t('field.parent')}
        required={false}
        problem={problemAt(problem, 'parentId')}
        value={parentId}
        onChange={setParent}
      />
    </FormDialog>
  );
}

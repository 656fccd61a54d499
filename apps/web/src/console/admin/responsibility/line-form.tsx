import { organisations, type Responsibility } from '@gongzhi/contract/organisations';
import type { Limit } from '@gongzhi/contract/primitives';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { PickField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { LimitField } from '../limit-field.tsx';

/** Who leads and who assists for a category at an area. The two name the line: they are chosen for a new one only. */
export function LineForm({ line, nameOf, onClose }: { line?: Responsibility; nameOf: (code: string) => string; onClose: () => void }) {
  const t = useTexts('duties');
  const [category, setCategory] = useState(line?.category ?? '');
  const [areaCode, setArea] = useState(line?.areaCode ?? '');
  const [lead, setLead] = useState(line?.leadOrganisationId ?? '');
  const [assist, setAssist] = useState<string[]>(line?.assist.map(({ id }) => id) ?? []);
  const [limit, setLimit] = useState<Limit | null>(line?.limit ?? null);
  const save = useAct(organisations.writeResponsibility, {
    onDone: () => {
      toast(t('line.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={line ? t('line.edit', { category: nameOf(line.category), area: line.areaName }) : t('line.add')}
      action={t('admin:save')}
      width={36}
      onClose={onClose}
      pending={save.isPending}
      problem={save.error}
      disabled={!category || !areaCode || !lead}
      onSubmit={() => save.mutate({ body: { category, areaCode, leadOrganisationId: lead, assistOrganisationIds: assist, limit } })}
    >
      {!line && (
        <>
          <PickField
            of="category"
            label={t('line.category')}
            problem={problemAt(save.error, 'category')}
            value={category}
            onChange={setCategory}
          />
          <PickField
            of="area"
            label={t('line.area')}
            hint={t('line.areaHint')}
            problem={problemAt(save.error, 'areaCode')}
            value={areaCode}
            onChange={setArea}
          />
          <p className="admin-quiet">{t('line.replaced')}</p>
        </>
      )}
      <PickField
        of="organisation"
        label={t('line.lead')}
        problem={problemAt(save.error, 'leadOrganisationId')}
        value={lead}
        onChange={setLead}
      />
      <PickField
        of="organisation"
        label={t('line.assist')}
        required={false}
        problem={problemAt(save.error, 'assistOrganisationIds')}
        several
        max={20}
        value={assist}
        onChange={setAssist}
      />
      <LimitField
        label={t('line.limit')}
        optional
        hint={t('line.limitHint')}
        problem={problemAt(save.error, 'limit')}
        value={limit}
        onChange={setLimit}
      />
    </FormDialog>
  );
}

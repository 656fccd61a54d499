import { type Category, organisations } from '@gongzhi/contract/organisations';
import type { Limit } from '@gongzhi/contract/primitives';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { CheckField, LinesField, SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { LimitField } from '../limit-field.tsx';
import { inTreeOrder } from './category-order.ts';

const classes = ['danger', 'utilities', 'ordinary', 'complex'] as const;
const publishings = ['at-filing', 'at-closing', 'never'] as const;
const redactions = ['title-only', 'redacted-text'] as const;

export function CategoryForm({ category, all, onClose }: { category?: Category; all: readonly Category[]; onClose: () => void }) {
  const t = useTexts('duties');
  const spoken = useSpoken();
  const [code, setCode] = useState(category?.code ?? '');
  const [parent, setParent] = useState(category?.parent ?? '');
  const [zh, setZh] = useState(category?.name.zh ?? '');
  const [en, setEn] = useState(category?.name.en ?? '');
  const [kind, setKind] = useState<Category['class']>(category?.class ?? 'ordinary');
  const [limit, setLimit] = useState<Limit | null>(category?.limit ?? null);
  const [words, setWords] = useState((category?.words ?? []).join(' '));
  const [publish, setPublish] = useState<Category['wall']['publish']>(category?.wall.publish ?? 'never');
  const [redact, setRedact] = useState<Category['wall']['redact']>(category?.wall.redact ?? 'title-only');
  const [active, setActive] = useState(category?.active ?? true);
  const save = useAct(organisations.writeCategory, {
    onDone: () => {
      toast(t('category.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={category ? t('category.edit', { code: category.code }) : t('category.add')}
      action={t('admin:save')}
      width={38}
      onClose={onClose}
      pending={save.isPending}
      problem={save.error}
      disabled={code.trim() === '' || zh.trim() === ''}
      onSubmit={() =>
        save.mutate({
          params: { code: code.trim() },
          body: {
            parent: parent || null,
            name: { zh: zh.trim(), ...(en.trim() ? { en: en.trim() } : {}) },
            class: kind,
            limit,
            words: [...new Set(words.split(/[\s,，、]+/).filter(Boolean))],
            wall: { publish, redact },
            active,
          },
        })
      }
    >
      <div className="admin-two">
        {!category && (
          <TextField
            label={t('category.code')}
            hint={t('category.codeHint')}
            problem={problemAt(save.error, 'code')}
            value={code}
            onChange={setCode}
            maxLength={24}
          />
        )}
        <SelectField
          label={t('category.parent')}
          problem={problemAt(save.error, 'parent')}
          none={t('category.top')}
          value={parent}
          onChange={setParent}
          options={inTreeOrder(all.filter((one) => one.code !== category?.code)).map(({ item, depth }) => ({
            value: item.code,
            label: `${'　'.repeat(depth)}${spoken(item.name)} ${item.code}`,
          }))}
        />
      </div>
      <div className="admin-two">
        <TextField label={t('category.zh')} problem={problemAt(save.error, 'name.zh')} value={zh} onChange={setZh} maxLength={200} />
        <TextField
          label={t('category.en')}
          required={false}
          problem={problemAt(save.error, 'name.en')}
          value={en}
          onChange={setEn}
          maxLength={200}
        />
        <SelectField
          label={t('category.class')}
          value={kind}
          onChange={(value) => setKind(value as typeof kind)}
          options={classes.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
        <LimitField
          label={t('category.limit')}
          optional
          hint={t('category.limitHint')}
          problem={problemAt(save.error, 'limit')}
          value={limit}
          onChange={setLimit}
        />
        <SelectField
          label={t('category.publish')}
          value={publish}
          onChange={(value) => setPublish(value as typeof publish)}
          options={publishings.map((value) => ({ value, label: t(`publish.${value}`) }))}
        />
        <SelectField
          label={t('category.redact')}
          value={redact}
          onChange={(value) => setRedact(value as typeof redact)}
          options={redactions.map((value) => ({ value, label: t(`redact.${value}`) }))}
        />
      </div>
      <LinesField
        label={t('category.words')}
        required={false}
        hint={t('category.wordsHint')}
        problem={problemAt(save.error, 'words')}
        value={words}
        onChange={setWords}
      />
      <CheckField label={t('category.active')} hint={t('category.activeHint')} value={active} onChange={setActive} />
    </FormDialog>
  );
}

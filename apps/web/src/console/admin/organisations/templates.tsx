import { organisations, organisationTypes } from '@gongzhi/contract/organisations';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useState } from 'react';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { type RoleName, useRoles } from './role-options.ts';

type Template = AnswerOf<typeof organisations.listTemplates>['items'][number];

/** The posts with which an organisation of a type begins. */
export function Templates() {
  const t = useTexts('units');
  const spoken = useSpoken();
  const roles = useRoles();
  const edit = useMay()('organisation.edit');
  const [open, setOpen] = useState<Template | 'new' | null>(null);
  const list = useCall(organisations.listTemplates, {});
  if (list.error) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div>
      <p className="admin-quiet">{t('template.meta')}</p>
      <DataTable<Template>
        label={t('tab.templates')}
        rows={list.data?.items ?? []}
        rowKey={(template) => template.code}
        loading={list.isLoading}
        {...(edit ? { onOpen: setOpen } : {})}
        empty={<Empty title={t('template.empty')} icon="duty" />}
        toolbar={
          edit && (
            <button type="button" className="button button-primary" onClick={() => setOpen('new')}>
              <Icon name="plus" />
              {t('template.add')}
            </button>
          )
        }
        columns={[
          { key: 'type', title: t('filter.type'), cell: (template) => t(`type.${template.organisationType}`), width: 200 },
          { key: 'title', title: t('title'), cell: (template) => spoken(template.title) },
          { key: 'role', title: t('role'), cell: (template) => roles.text(template.role), width: 180 },
          { key: 'seats', title: t('template.seats'), cell: (template) => template.seats, width: 80, align: 'end' },
          { key: 'term', title: t('termYears'), cell: (template) => template.termYears ?? '—', width: 110, align: 'end' },
          { key: 'code', title: t('template.code'), cell: (template) => <code className="admin-value">{template.code}</code>, width: 240 },
          ...(edit
            ? [
                {
                  key: 'acts',
                  title: t('acts'),
                  cell: (template: Template) => (
                    <button
                      type="button"
                      className="button button-quiet button-icon"
                      aria-label={t('template.change', { code: template.code })}
                      onClick={() => setOpen(template)}
                    >
                      <Icon name="edit" />
                    </button>
                  ),
                  width: 72,
                },
              ]
            : []),
        ]}
      />
      {open && <TemplateForm {...(open === 'new' ? {} : { template: open })} onClose={() => setOpen(null)} />}
    </div>
  );
}

function TemplateForm({ template, onClose }: { template?: Template; onClose: () => void }) {
  const t = useTexts('units');
  const roles = useRoles();
  const [code, setCode] = useState(template?.code ?? '');
  const [type, setType] = useState<string>(template?.organisationType ?? 'department');
  const [zh, setZh] = useState(template?.title.zh ?? '');
  const [en, setEn] = useState(template?.title.en ?? '');
  const [role, setRole] = useState<string>(template?.role ?? '');
  const [seats, setSeats] = useState(String(template?.seats ?? 1));
  const [years, setYears] = useState(template?.termYears ? String(template.termYears) : '');
  const save = useAct(organisations.writeTemplate, {
    onDone: () => {
      toast(t('template.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={template ? t('template.change', { code: template.code }) : t('template.add')}
      action={t('admin:save')}
      onClose={onClose}
      pending={save.isPending}
      problem={save.error}
      disabled={code === '' || zh.trim() === '' || role === ''}
      onSubmit={() =>
        save.mutate({
          params: { code },
          body: {
            organisationType: type as Template['organisationType'],
            title: { zh: zh.trim(), ...(en.trim() ? { en: en.trim() } : {}) },
            role: role as RoleName,
            seats: Number(seats),
            termYears: years ? Number(years) : null,
          },
        })
      }
    >
      {!template && (
        <TextField
          label={t('template.code')}
          hint={t('template.codeHint')}
          problem={problemAt(save.error, 'code')}
          value={code}
          onChange={(value) => setCode(value.toLowerCase())}
          maxLength={60}
        />
      )}
      <SelectField
        label={t('filter.type')}
        problem={problemAt(save.error, 'organisationType')}
        value={type}
        onChange={setType}
        options={organisationTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <div className="admin-two">
        <TextField label={t('postTitle')} problem={problemAt(save.error, 'title.zh')} value={zh} onChange={setZh} maxLength={200} />
        <TextField label={t('field.en')} required={false} value={en} onChange={setEn} maxLength={200} />
      </div>
      <SelectField
        label={t('role')}
        none={t('kit:choose')}
        problem={problemAt(save.error, 'role')}
        value={role}
        onChange={setRole}
        options={roles.options}
      />
      <div className="admin-two">
        <TextField
          type="number"
          min={1}
          max={50}
          label={t('template.seats')}
          problem={problemAt(save.error, 'seats')}
          value={seats}
          onChange={setSeats}
        />
        <TextField
          type="number"
          min={1}
          max={10}
          label={t('termYears')}
          required={false}
          hint={t('termHint')}
          problem={problemAt(save.error, 'termYears')}
          value={years}
          onChange={setYears}
        />
      </div>
    </FormDialog>
  );
}

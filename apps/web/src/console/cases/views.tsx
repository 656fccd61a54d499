import { matters } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { confirm } from '../../kit/confirm.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field, problemAt } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Popover } from '../../kit/popover.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';

interface ViewsProps {
  /** What would be saved: filters and sort of the address, and the columns shown. */
  query: Record<string, string>;
  columns: readonly string[];
  onApply: (query: Record<string, string>, columns: string[]) => void;
}

/** Saved views of the list: mine and those of my unit. */
export function Views({ query, columns, onApply }: ViewsProps) {
  const t = useTexts('cases');
  const views = useCall(matters.listViews, {}, { staleTime: 60_000 });
  const drop = useAct(matters.dropView, { stale: [matters.listViews] });
  const replace = useAct(matters.saveView, { stale: [matters.listViews], onDone: () => toast(t('views.updated')) });
  const [saving, setSaving] = useState(false);
  const items = views.data?.items ?? [];
  const groups = (
    [
      ['mine', items.filter(({ mine }) => mine)],
      ['shared', items.filter(({ mine }) => !mine)],
    ] as const
  ).filter(([, own]) => own.length > 0);
  return (
    <>
      <Popover
        label={t('views.label')}
        className="button"
        button={
          <>
            <Icon name="star" />
            {t('views.label')}
          </>
        }
      >
        {(close) => (
          <div className="cases-views">
            {items.length === 0 && <p className="field-hint">{t('views.none')}</p>}
            {groups.map(([group, own]) => (
              <section key={group} aria-label={t(`views.group.${group}`)}>
                {groups.length > 1 && <p className="field-hint">{t(`views.group.${group}`)}</p>}
                <ul>
                  {own.map((view) => (
                    <li key={view.id}>
                      <button
                        type="button"
                        className="button button-quiet"
                        onClick={() => {
                          onApply(view.query, view.columns);
                          close();
                        }}
                      >
                        {view.name}
                        {view.shared && <Tag tone="blue">{t('views.isShared')}</Tag>}
                      </button>
                      {view.mine && (
                        <>
                          <button
                            type="button"
                            className="button button-quiet button-icon"
                            aria-label={t('views.update', { name: view.name })}
                            title={t('views.update', { name: view.name })}
                            onClick={() => {
                              close();
                              // The new one first: a view is never lost on the way.
                              replace.mutate(
                                { body: { name: view.name, shared: view.shared, query, columns: [...columns] } },
                                { onSuccess: () => drop.mutate({ params: { id: view.id } }) },
                              );
                            }}
                          >
                            <Icon name="refresh" size={16} />
                          </button>
                          <button
                            type="button"
                            className="button button-quiet button-icon"
                            aria-label={t('views.drop', { name: view.name })}
                            onClick={async () => {
                              close();
                              if (await confirm({ title: t('views.ask', { name: view.name }), action: t('views.delete'), danger: true }))
                                drop.mutate({ params: { id: view.id } }, { onSuccess: () => toast(t('views.dropped')) });
                            }}
                          >
                            <Icon name="trash" size={16} />
                          </button>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <button
              type="button"
              className="button button-wide"
              onClick={() => {
                close();
                setSaving(true);
              }}
            >
              <Icon name="plus" />
              {t('views.save')}
            </button>
          </div>
        )}
      </Popover>
      {saving && <SaveView query={query} columns={columns} onClose={() => setSaving(false)} />}
    </>
  );
}

function SaveView({ query, columns, onClose }: Pick<ViewsProps, 'query' | 'columns'> & { onClose: () => void }) {
  const t = useTexts('cases');
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useAct(matters.saveView, {
    stale: [matters.listViews],
    onDone: () => {
      toast(t('views.saved'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('views.save')} onClose={onClose}>
      <form
        className="cases-save"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ body: { name: name.trim(), shared, query, columns: [...columns] } });
        }}
      >
        <Field id="view-name" label={t('views.name')} problem={problemAt(save.error, 'name')}>
          <input id="view-name" className="input" maxLength={40} required value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <label className="check">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          <span>{t('views.shared')}</span>
        </label>
        <div className="schema-form-foot">
          <button type="submit" className="button button-primary" disabled={save.isPending || name.trim() === ''}>
            {t('views.submit')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useMay } from '../../../shell/session.tsx';
import { Tabs } from '../tabs.tsx';
import { ImportUnits } from './import-units.tsx';
import { PostList } from './post-list.tsx';
import { Templates } from './templates.tsx';
import { UnitForm } from './unit-form.tsx';
import { Units } from './units.tsx';
import '../admin.css';
import './page.css';

const tabs = ['units', 'posts', 'templates'] as const;

/** Organisations, their posts and who holds them; the posts that a type should have. */
export default function OrganisationsPage() {
  const t = useTexts('units');
  const may = useMay();
  const [search, set] = useSearchState();
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null);
  const tab = tabs.find((one) => one === search.tab) ?? 'units';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.organisations')}
        meta={t('meta')}
        actions={
          may('organisation.edit') && (
            <>
              <button type="button" className="button" onClick={() => setDialog('import')}>
                <Icon name="upload" />
                {t('import')}
              </button>
              <button type="button" className="button button-primary" onClick={() => setDialog('add')}>
                <Icon name="plus" />
                {t('add')}
              </button>
            </>
          )
        }
      />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === 'units' ? undefined : key })}
        tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      {tab === 'units' && <Units />}
      {tab === 'posts' && <PostList />}
      {tab === 'templates' && <Templates />}
      {dialog === 'add' && <UnitForm onClose={() => setDialog(null)} onSaved={(id) => set({ tab: undefined, unit: id })} />}
      {dialog === 'import' && <ImportUnits onClose={() => setDialog(null)} />}
    </main>
  );
}

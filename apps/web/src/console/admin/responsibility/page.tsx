import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { Tabs } from '../tabs.tsx';
import { CategoryList } from './category-list.tsx';
import { LineList } from './line-list.tsx';
import { Rules } from './rules.tsx';
import '../admin.css';
import './page.css';

const tabs = ['categories', 'list', 'rules'] as const;

/** Categories, who answers for them where, and the rules of handling. */
export default function ResponsibilityPage() {
  const t = useTexts('duties');
  const [search, set] = useSearchState();
  const tab = tabs.find((one) => one === search.tab) ?? 'categories';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('admin:pages.responsibility')} meta={t('meta')} />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === 'categories' ? undefined : key })}
        tabs={tabs.map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      {tab === 'categories' && <CategoryList />}
      {tab === 'list' && <LineList />}
      {tab === 'rules' && <Rules />}
    </main>
  );
}

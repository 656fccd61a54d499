import { PageHeader } from '../../kit/page-header.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { Tabs } from '../admin/tabs.tsx';
import { Comments } from './comments.tsx';
import { Published } from './published.tsx';
import './page.css';

/** What residents may see: their comments before they are shown, and the cases that stand on the walls. */
export default function WallsPage() {
  const t = useTexts('wallDesk');
  const [search, set] = useSearchState();
  const tab = search.tab === 'published' ? 'published' : 'comments';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('admin:pages.walls')} meta={t('meta')} />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === 'comments' ? undefined : key })}
        tabs={[
          { key: 'comments', label: t('tab.comments') },
          { key: 'published', label: t('tab.published') },
        ]}
      />
      {tab === 'comments' ? <Comments /> : <Published />}
    </main>
  );
}

import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useMay } from '../../../shell/session.tsx';
import { Tabs } from '../../admin/tabs.tsx';
import { Limits } from './limits.tsx';
import { Themes } from './themes.tsx';
import './themes.css';

/** Themes of the month with their effect, and what is watched. */
export default function ThemesPage() {
  const t = useTexts('themes');
  const may = useMay();
  const [search, set] = useSearchState();
  const tab = search.tab === 'limits' ? 'limits' : 'themes';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('command:board.title')}
        meta={t('meta')}
        actions={
          may('board.read') && (
            <Link to="/screen" className="button">
              {t('screen')}
            </Link>
          )
        }
      />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === 'themes' ? undefined : key })}
        tabs={(['themes', 'limits'] as const).map((key) => ({ key, label: t(`tab.${key}`) }))}
      />
      {tab === 'themes' ? <Themes /> : <Limits />}
    </main>
  );
}

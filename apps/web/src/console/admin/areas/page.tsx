import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useSession } from '../../../shell/session.tsx';
import { AreaPane } from './area-pane.tsx';
import { AreaTree } from './area-tree.tsx';
import { Found } from './found.tsx';
import { ImportAreas } from './import-areas.tsx';
import '../admin.css';
import './page.css';

/** Areas as a tree beside a map of the one that is chosen. */
export default function AreasPage() {
  const t = useTexts('areas');
  const [search, set] = useSearchState();
  const [importing, setImporting] = useState(false);
  const session = useSession();
  // What a person administers lies under the areas of their posts; those are the roots of their tree.
  const codes = [...new Set((session?.posts ?? []).map(({ areaCode }) => areaCode))].filter(Boolean);
  const roots = useCall(territory.listAreas, { query: codes.length > 0 ? { codes: codes.join(',') } : { limit: 1 } });
  const code = search.area ?? roots.data?.items[0]?.code;
  const choose = (next: string) => set({ area: next, text: undefined });
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.areas')}
        meta={t('meta')}
        actions={
          <button type="button" className="button" onClick={() => setImporting(true)}>
            <Icon name="upload" />
            {t('act.import')}
          </button>
        }
      />
      {roots.error && <ErrorState problem={roots.error} onRetry={() => void roots.refetch()} />}
      {roots.isLoading && <Loading lines={8} />}
      {roots.data && (
        <div className="admin-split">
          <nav className="admin-panel admin-aside" aria-label={t('tree')}>
            <Found text={search.text ?? ''} onText={(text) => set({ text: text || undefined })} onChoose={choose} />
            {!search.text && <AreaTree areas={roots.data.items} chosen={code} onChoose={choose} open />}
          </nav>
          {code && <AreaPane key={code} code={code} onChoose={choose} />}
        </div>
      )}
      {importing && <ImportAreas onClose={() => setImporting(false)} />}
    </main>
  );
}

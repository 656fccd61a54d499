import { PageHeader } from '../../kit/page-header.tsx';
import { useTexts } from '../../shell/language.ts';
import { Begin } from './begin.tsx';
import { History } from './history.tsx';
import '../admin/admin.css';
import './page.css';

/** Cases from a file: what it is, what its columns are, a dry run, the import, and what came of each row. */
export default function ImportPage() {
  const t = useTexts('importing');
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('admin:pages.import')} meta={t('meta')} />
      <Begin />
      <History />
    </main>
  );
}

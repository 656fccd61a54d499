import { PageHeader } from '../../../kit/page-header.tsx';
import { useTexts } from '../../../shell/language.ts';
import { Drafts } from './drafts.tsx';
import { Entities } from './entities.tsx';
import { Versions } from './versions.tsx';
import '../../admin/admin.css';
import '../page.css';

/** The model that suggests, its versions side by side; what is found in texts; drafts. */
export default function ModelsPage() {
  const t = useTexts('learned');
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('console:intelligence.models')} meta={t('models.meta')} />
      <div className="admin-form">
        <Versions />
        <Entities />
        <Drafts />
      </div>
    </main>
  );
}

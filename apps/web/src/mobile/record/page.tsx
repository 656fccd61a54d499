import { useTexts } from '../../shell/language.ts';
import { OutboxList } from '../outbox/outbox-list.tsx';
import { ReportForm } from '../report/report-form.tsx';

/** Staff record what they saw, or what somebody told them, on the way. */
export default function RecordPage() {
  const t = useTexts('report');
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('titleStaff')}</h1>
      <OutboxList />
      <ReportForm name="case" />
    </main>
  );
}

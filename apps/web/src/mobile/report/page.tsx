import { useTexts } from '../../shell/language.ts';
import { ReportForm } from './report-form.tsx';

export default function ReportPage() {
  const t = useTexts('report');
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <ReportForm name="report" />
    </main>
  );
}

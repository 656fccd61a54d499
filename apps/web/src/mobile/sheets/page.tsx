import { Link } from '@tanstack/react-router';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';
import { Sheets } from '../../task-sheets/sheets.tsx';

/** Turns of department tasks that wait at the places of one's posts. */
export default function SheetsPage() {
  const t = useTexts('mobile');
  return (
    <main id="main" tabIndex={-1}>
      <Link to="/m" className="mobile-line">
        <Icon name="back" size={16} />
        {t('places.home')}
      </Link>
      <h1 tabIndex={-1}>{t('sheets')}</h1>
      <Sheets waiting />
    </main>
  );
}

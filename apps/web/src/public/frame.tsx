import { Link, Outlet } from '@tanstack/react-router';
import { AppearanceMenu } from '../shell/appearance-menu.tsx';
import { useTexts } from '../shell/language.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import './frame.css';

/** Around the pages that everybody sees: whose they are, the wall, and the way to report. */
export default function PublicFrame() {
  const t = useTexts('public');
  return (
    <div className="public">
      <header className="public-top">
        <Link to="/" className="public-brand">
          <img src="/logo.svg" alt="" width={30} height={30} />
          {t('shell:product')}
        </Link>
        <nav aria-label={t('nav.label')}>
          <Link to="/wall">{t('nav.wall')}</Link>
          <Link to="/m/report">{t('nav.report')}</Link>
          <Link to="/m/mine">{t('nav.mine')}</Link>
        </nav>
        <span className="public-tools">
          <LanguageSwitch />
          <AppearanceMenu />
        </span>
      </header>
      <div className="public-page">
        <Outlet />
      </div>
    </div>
  );
}

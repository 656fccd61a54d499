import { Link } from '@tanstack/react-router';
import { Icon } from '../kit/icon.tsx';
import { AccountMenu } from '../shell/account-menu.tsx';
import { AppearanceMenu } from '../shell/appearance-menu.tsx';
import { useTexts } from '../shell/language.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Notices } from '../shell/notices.tsx';
import { useSession } from '../shell/session.tsx';
import { Find } from './palette/find.tsx';

export function Topbar({ onMenu }: { onMenu: () => void }) {
  const t = useTexts('shell');
  const place = useSession()?.posts[0]?.organisationName;
  return (
    <header className="topbar">
      <button type="button" className="button button-quiet button-icon topbar-menu" aria-label={t('console:nav.open')} onClick={onMenu}>
        <Icon name="menu" size={20} />
      </button>
      <Link to="/console" className="topbar-product" aria-label={t('product')}>
        <img src="/logo.svg" alt="" width={28} height={28} />
        <strong>{t('product')}</strong>
      </Link>
      {place && <span className="topbar-place">{place}</span>}
      <div className="topbar-right">
        <Find />
        <Notices page="/console/cases/$number" />
        <LanguageSwitch />
        <AppearanceMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

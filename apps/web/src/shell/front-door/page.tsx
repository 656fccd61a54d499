import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { AppearanceMenu } from '../appearance-menu.tsx';
import { useTexts } from '../language.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { pathsOf } from '../routes.tsx';
import './page.css';

const doors: readonly { to: string; icon: IconName; name: string }[] = [
  { to: '/m/report', icon: 'camera', name: 'report' },
  { to: '/wall', icon: 'wall', name: 'wall' },
  { to: '/console', icon: 'inbox', name: 'staff' },
];

/** The first page of the address: where a resident, a curious citizen and a member of staff each go in. */
export default function FrontDoor() {
  const t = useTexts('shell');
  const paths = pathsOf();
  return (
    <div className="door">
      <div className="door-corner">
        <LanguageSwitch />
        <AppearanceMenu />
      </div>
      <main id="main" tabIndex={-1}>
        <header>
          <img src="/logo.svg" alt="" width={64} height={64} />
          <h1>{t('product')}</h1>
          <p>{t('tagline')}</p>
        </header>
        <ul>
          {doors
            .filter(({ to }) => paths.includes(to))
            .map(({ to, icon, name }) => (
              <li key={to}>
                <Link to={to} className="door-link card">
                  <Icon name={icon} size={28} />
                  <span>
                    <strong>{t(`door.${name}`)}</strong>
                    <span>{t(`door.${name}Hint`)}</span>
                  </span>
                </Link>
              </li>
            ))}
        </ul>
      </main>
    </div>
  );
}

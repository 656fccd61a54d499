import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Icon, type IconName } from '../kit/icon.tsx';
import residentTexts from '../resident/texts.ts';
import { AppearanceMenu } from '../shell/appearance-menu.tsx';
import { useEvents } from '../shell/events.ts';
import { addTexts, useTexts } from '../shell/language.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { keepOffline } from '../shell/offline-shell.ts';
import { useMay, useSession } from '../shell/session.tsx';
import { useKeptAnswers } from './kept/use-kept-answers.ts';
import { showType, useLargeType } from './large-type.ts';
import { useOutbox, useSending } from './outbox/outbox.ts';
import { SignedOut } from './signed-out.tsx';
import './frame.css';

// Said here too, not only in the list of pages: what the frame holds is kept on the phone.
addTexts('resident', residentTexts);

const forResidents: readonly { to: string; icon: IconName; name: string }[] = [
  { to: '/m', icon: 'home', name: 'home' },
  { to: '/m/report', icon: 'camera', name: 'report' },
  { to: '/m/mine', icon: 'list', name: 'mine' },
];
const forStaff: readonly { to: string; icon: IconName; name: string }[] = [
  { to: '/m', icon: 'home', name: 'home' },
  { to: '/m/tasks', icon: 'duty', name: 'tasks' },
  { to: '/m/grid', icon: 'map', name: 'grid' },
  { to: '/m/record', icon: 'edit', name: 'record' },
];

/** Around the phone's pages: bar above, three places under the thumb, and the sending of what waits. */
export default function MobileFrame() {
  const t = useTexts('mobile');
  const session = useSession();
  const [large, setLarge] = useLargeType();
  const waiting = useOutbox().filter(({ state }) => state !== 'sent').length;
  useEffect(keepOffline, []);
  useEffect(showType, []);
  useEvents();
  useSending();
  useKeptAnswers(session);
  const may = useMay();
  const places =
    session?.kind === 'staff'
      ? forStaff.filter(({ name }) => (name !== 'record' || may('case.record')) && (name !== 'grid' || may('case.read')))
      : forResidents;
  return (
    <div className="mobile">
      <header className="mobile-top">
        <Link to="/m" className="mobile-brand">
          <img src="/logo.svg" alt="" width={28} height={28} />
          {t('title')}
        </Link>
        <button type="button" className="button button-quiet" aria-pressed={large} onClick={() => setLarge(!large)}>
          {t(large ? 'ordinaryType' : 'largeType')}
        </button>
        <LanguageSwitch />
        <AppearanceMenu />
      </header>
      <div className="mobile-page">
        <SignedOut />
        <Outlet />
      </div>
      <nav className="mobile-places" aria-label={t('places.label')}>
        {places.map(({ to, icon, name }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            <Icon name={icon} size={24} />
            {t(`places.${name}`)}
            {(name === 'mine' || name === 'tasks') && waiting > 0 && (
              <span className="mobile-count" role="img" aria-label={t('places.waiting', { count: waiting })}>
                {waiting}
              </span>
            )}
          </Link>
        ))}
      </nav>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { signOut, useMay, useSession } from '../../shell/session.tsx';
import { OutboxList } from '../outbox/outbox-list.tsx';
import './page.css';

interface Entry {
  to: string;
  icon: IconName;
  name: string;
}
const resident: readonly Entry[] = [
  { to: '/m/mine', icon: 'list', name: 'mine' },
  { to: '/wall', icon: 'wall', name: 'wall' },
];

/** The phone's first page: one large way in for what most people come for, then the rest. */
export default function MobileHome() {
  const t = useTexts('mobile');
  const session = useSession();
  const may = useMay();
  const staff = session?.kind === 'staff';
  const entries: readonly Entry[] = staff
    ? [
        ...(may('patrol.walk') ? [{ to: '/m/patrol', icon: 'pin', name: 'patrol' } as const] : []),
        ...(may('case.record') ? [{ to: '/m/record', icon: 'edit', name: 'record' } as const] : []),
        ...(may('task.do') ? [{ to: '/m/sheets', icon: 'edit', name: 'sheets' } as const] : []),
        ...(may('muster.answer') ? [{ to: '/m/calls', icon: 'bell', name: 'calls' } as const] : []),
        { to: '/wall', icon: 'wall', name: 'wall' },
        { to: '/console', icon: 'inbox', name: 'console' },
      ]
    : resident;
  const main: Entry = staff ? { to: '/m/tasks', icon: 'duty', name: 'tasks' } : { to: '/m/report', icon: 'camera', name: 'report' };
  const leave = () => void signOut('/m').catch(() => toast(t('kit:error.offline'), 'problem'));
  return (
    <main id="main" tabIndex={-1} className="home">
      <h1 tabIndex={-1}>{session ? t('home.hello', { name: session.name || t('home.resident') }) : t('home.title')}</h1>
      <Link to={main.to} className="home-main">
        <Icon name={main.icon} size={44} />
        <span>
          <strong>{t(`home.${main.name}`)}</strong>
          <span>{t(`home.${main.name}Hint`)}</span>
        </span>
      </Link>
      <OutboxList />
      <ul className="home-entries">
        {entries.map(({ to, icon, name }) => (
          <li key={to}>
            <Link to={to} className="home-entry">
              <Icon name={icon} size={28} />
              <span>
                <strong>{t(`home.${name}`)}</strong>
                <span>{t(`home.${name}Hint`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="home-foot">
        {session ? (
          <button type="button" className="button button-quiet" onClick={leave}>
            <Icon name="exit" />
            {t('shell:account.signOut')}
          </button>
        ) : (
          session === null && (
            <>
              <Link to="/m/sign-in" className="button">
                {t('home.signIn')}
              </Link>
              <Link to="/login" className="button button-quiet" search={{ back: '/m/tasks' } as never}>
                {t('home.staff')}
              </Link>
            </>
          )
        )}
      </p>
      <p className="home-emergency">{t('home.emergency')}</p>
    </main>
  );
}

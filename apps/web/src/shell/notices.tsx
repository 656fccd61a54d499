import { notifications } from '@gongzhi/contract/notifications';
import { Link } from '@tanstack/react-router';
import { useDates } from '../kit/dates.ts';
import { Icon } from '../kit/icon.tsx';
import { Popover } from '../kit/popover.tsx';
import { useSpoken, useTexts } from './language.ts';
import { useAct, useCall } from './query.ts';
import { pathsOf } from './routes.tsx';
import './notices.css';

/** Where a notice leads: kinds other than a case have pages of their own on the console, and a call is answered on its own page everywhere. */
const consolePages: Record<string, `/${string}`> = { RW: '/console/tasks/$number', ZR: '/console/tasks/$number' };
function pageOf(page: `/${string}`, notice: { kind: string; number: string | null }): `/${string}` {
  if (notice.kind === 'muster-call') return '/m/calls';
  return (page.startsWith('/console') && consolePages[notice.number?.slice(0, 2) ?? '']) || page;
}

/** What concerns the person at the keyboard, newest first. `page` is the page of a matter in the area where the bell hangs. */
export function Notices({ page }: { page: `/${string}/$number` }) {
  const t = useTexts('shell');
  const dates = useDates();
  const spoken = useSpoken();
  const notices = useCall(notifications.list, { query: { limit: 20 } }, { staleTime: 60_000 });
  const markRead = useAct(notifications.markRead);
  const linked = pathsOf().includes(page);
  const unread = notices.data?.unread ?? 0;
  const items = notices.data?.items ?? [];
  return (
    <Popover
      label={unread ? `${t('notices.title')} · ${t('notices.unread', { count: unread })}` : t('notices.title')}
      className="button button-quiet button-icon"
      button={
        <span className="notices-bell">
          <Icon name="bell" />
          {unread > 0 && <span className="notices-count">{unread > 99 ? '99+' : unread}</span>}
        </span>
      }
    >
      {(close) => (
        <div className="notices">
          <div className="notices-head">
            <strong>{t('notices.title')}</strong>
            {unread > 0 && (
              <button
                type="button"
                className="button button-quiet"
                disabled={markRead.isPending}
                onClick={() => markRead.mutate({ body: {} })}
              >
                {t('notices.all')}
              </button>
            )}
          </div>
          {items.length === 0 && <p className="notices-none">{t('notices.none')}</p>}
          <ul>
            {items.map((notice) => {
              const words = (
                <>
                  <span className="notices-title">{spoken(notice.title)}</span>
                  <time dateTime={notice.at}>{dates.ago(notice.at)}</time>
                </>
              );
              const read = () => {
                if (!notice.read) markRead.mutate({ body: { ids: [notice.id] } });
                close();
              };
              return (
                <li key={notice.id} data-unread={!notice.read || undefined}>
                  {notice.number && linked ? (
                    <Link to={pageOf(page, notice)} params={{ number: notice.number } as never} onClick={read}>
                      {words}
                    </Link>
                  ) : (
                    <div>{words}</div>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Popover>
  );
}

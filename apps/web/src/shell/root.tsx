import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ConfirmHost } from '../kit/confirm.tsx';
import { ToastHost } from '../kit/toast.tsx';
import { IdleNotice } from './idle-notice.tsx';
import { useTexts } from './language.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { useTitle } from './title.ts';
import '../kit/theme.css';
import '../kit/controls.css';
import './root.css';

/** Around every page: skip link, announcements, title and focus upon navigation. */
export function Root() {
  const t = useTexts('shell');
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const title = useRouterState({ select: (state) => state.matches.at(-1)?.staticData.title });
  const first = useRef(true);
  useTitle(title ? t(title) : undefined);
  useEffect(() => {
    if (path === undefined) return;
    // After a navigation the reader of a screen starts at the new page; the first page keeps the browser's own place.
    if (first.current) first.current = false;
    else if (!document.querySelector('dialog[open]'))
      (document.querySelector<HTMLElement>('main h1, main') ?? document.body).focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <OfflineBanner />
      <Outlet />
      <IdleNotice />
      <ConfirmHost />
      <ToastHost />
    </>
  );
}

import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toast } from '../kit/toast.tsx';
import { useTexts } from './language.ts';
import { useSession } from './session.tsx';

/** Leads to the sign-in when the session has ended under an open page, and back to that page afterwards. */
export function SignInAgain() {
  const t = useTexts('shell');
  const session = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  const navigate = useNavigate();
  useEffect(() => {
    if (session !== null || href.startsWith('/login')) return;
    toast(t('idle.ended'), 'info');
    void navigate({ to: '/login', search: { back: href } as never, replace: true });
  }, [session, href, navigate, t]);
  return null;
}

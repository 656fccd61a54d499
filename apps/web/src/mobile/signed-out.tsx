import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from '../kit/icon.tsx';
import { useTexts } from '../shell/language.ts';
import { useSession } from '../shell/session.tsx';

/** Says that the session has ended while a page was open, with the way back to that page. */
export function SignedOut() {
  const t = useTexts('mobile');
  const session = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  const [was, setWas] = useState<'staff' | 'resident' | null>(null);
  useEffect(() => {
    if (session) setWas(session.kind);
  }, [session]);
  if (session !== null || was === null || href.startsWith('/m/sign-in')) return null;
  return (
    <p className="note-box note-box-warn" role="alert">
      <Icon name="warning" />
      <span>
        {t('shell:idle.ended')}{' '}
        <Link to={was === 'staff' ? '/login' : '/m/sign-in'} search={{ back: href } as never} className="button">
          {t('shell:account.signIn')}
        </Link>
      </span>
    </p>
  );
}

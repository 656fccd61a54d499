import { Link } from '@tanstack/react-router';
import { Icon } from '../kit/icon.tsx';
import { Popover } from '../kit/popover.tsx';
import { useProblemText } from '../kit/problem-text.ts';
import { toast } from '../kit/toast.tsx';
import type { ApiProblem } from './api.ts';
import { useTexts } from './language.ts';
import { signOut, useSession } from './session.tsx';

/** Name, posts and sign-out of the person at the keyboard; a way to sign in where there is nobody. */
export function AccountMenu() {
  const t = useTexts('shell');
  const session = useSession();
  const say = useProblemText();
  if (!session) {
    return (
      <Link to="/login" className="button">
        {t('account.signIn')}
      </Link>
    );
  }
  const leave = async () => {
    try {
      await signOut(session.kind === 'resident' ? '/' : '/login');
    } catch (problem) {
      toast(say(problem as ApiProblem), 'problem');
    }
  };
  return (
    <Popover
      label={t('account.menu')}
      button={
        <>
          <Icon name="person" />
          <span className="account-name">{session.name}</span>
        </>
      }
    >
      {(close) => (
        <>
          {session.posts.length > 0 && <p className="popover-heading">{t('account.posts')}</p>}
          <ul className="account-posts">
            {session.posts.map((post) => (
              <li key={post.postId}>
                <strong>{post.title}</strong>
                <br />
                {post.organisationName}
              </li>
            ))}
          </ul>
          {session.kind === 'staff' && (
            <Link to="/console/account" className="popover-item" onClick={close}>
              <Icon name="settings" />
              {t('account.menu')}
            </Link>
          )}
          <button type="button" className="popover-item" onClick={() => void leave()}>
            <Icon name="exit" />
            {t('account.signOut')}
          </button>
        </>
      )}
    </Popover>
  );
}

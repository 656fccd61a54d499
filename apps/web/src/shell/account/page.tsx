import { useQueryClient } from '@tanstack/react-query';
import { Icon } from '../../kit/icon.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { useTexts } from '../language.ts';
import { useSession } from '../session.tsx';
import { ChangePassword } from './change-password.tsx';
import { NoticePreferences } from './notice-preferences.tsx';
import { SecondFactor } from './second-factor.tsx';
import './page.css';

export default function AccountPage() {
  const t = useTexts('account');
  const client = useQueryClient();
  const session = useSession();
  const again = () => void client.invalidateQueries({ queryKey: ['session'] });
  if (!session) return null;
  return (
    <main id="main" tabIndex={-1} className="account">
      <PageHeader title={t('title')} meta={session.username} />
      {session.mustChangePassword && (
        <p className="account-notice" role="alert">
          <Icon name="key" />
          {t('mustChange')}
        </p>
      )}
      {session.withheldPosts.length > 0 && (
        <p className="account-notice">
          <Icon name="warning" />
          <span>
            {t('withheld')} {session.withheldPosts.join('、')}
          </span>
        </p>
      )}
      <ChangePassword onDone={again} />
      {!session.mustChangePassword && (
        <>
          <SecondFactor on={session.secondFactor} onDone={again} />
          <NoticePreferences />
        </>
      )}
    </main>
  );
}

import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../language.ts';

interface DemoAccount {
  username: string;
  password: string;
  role: string;
  organisation: string;
}

/** The posts of the invented district, each one click away; shown only where the server says that it is a demonstration. */
export function DemoAccounts({
  accounts,
  busy,
  onChoose,
}: {
  accounts: readonly DemoAccount[];
  busy: boolean;
  onChoose: (account: DemoAccount) => void;
}) {
  const t = useTexts('shell');
  const [text, setText] = useState('');
  const found = accounts.filter(({ username, role, organisation }) =>
    `${username} ${role} ${organisation}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <section className="login-demo" aria-labelledby="login-demo-title">
      <h2 id="login-demo-title">{t('login.demo')}</h2>
      <p className="login-demo-hint">{t('login.demoHint')}</p>
      {accounts.length > 8 && (
        <input
          className="input"
          type="search"
          placeholder={t('login.search')}
          aria-label={t('login.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className="login-demo-list">
        {found.map((account) => (
          <li key={account.username}>
            <button type="button" className="login-demo-account" disabled={busy} onClick={() => onChoose(account)}>
              <span>
                <strong>{account.role}</strong>
                <span className="login-demo-unit">{account.organisation}</span>
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

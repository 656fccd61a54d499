import type { Session } from '@gongzhi/contract/identity';

const storageKey = 'gongzhi.phone-session';
const onPhone = () => location.pathname === '/m' || location.pathname.startsWith('/m/');

/** On the phone pages: remembers who was signed in, so that they open without a network. It holds no credential; the server judges every act. */
export function keepSession(session: Session | null): void {
  try {
    if (session === null) localStorage.removeItem(storageKey);
    else if (onPhone()) localStorage.setItem(storageKey, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing asks for the sign-in when there is a network again.
  }
}

/** Who was signed in on this phone when the server was last reached; null after the session's end and on all other pages. */
export function keptSession(): Session | null {
  if (!onPhone()) return null;
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Session | null;
    return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null;
  } catch {
    return null;
  }
}

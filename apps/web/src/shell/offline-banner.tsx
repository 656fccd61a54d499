import { useSyncExternalStore } from 'react';
import { useTexts } from './language.ts';

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether the browser believes that there is a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

export function OfflineBanner() {
  const t = useTexts('shell');
  const online = useOnline();
  return (
    <div role="status" aria-live="polite">
      {!online && <div className="offline-banner">{t('offline')}</div>}
    </div>
  );
}

import { identity } from '@gongzhi/contract/identity';
import { useEffect, useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { call } from './api.ts';
import { useTexts } from './language.ts';
import { forgetSession, useSession } from './session.tsx';

const warnSeconds = 90;
/** An active person speaks to the server at least this often, so that the idle time-out measures people and not traffic. */
const touchEvery = 60_000;

/** Warns before the idle time-out of the session and offers to stay; afterwards the page asks to sign in again. */
export function IdleNotice() {
  const t = useTexts('shell');
  const session = useSession();
  const minutes = session?.idleMinutes ?? 0;
  const [left, setLeft] = useState<number | null>(null);
  const [renewed, setRenewed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `renewed` restarts the count
  useEffect(() => {
    setLeft(null);
    if (!minutes) return;
    let active = Date.now();
    let touched = Date.now();
    let warned = false;
    const touch = () => {
      if (warned) return;
      active = Date.now();
      if (active - touched < touchEvery) return;
      touched = active;
      void call(identity.readSession, {}).catch(() => undefined);
    };
    const timer = setInterval(() => {
      const seconds = Math.round(minutes * 60 - (Date.now() - active) / 1000);
      warned = seconds <= Math.min(warnSeconds, minutes * 30);
      setLeft(warned ? seconds : null);
      if (seconds <= 0) forgetSession();
    }, 1000);
    for (const kind of ['pointerdown', 'keydown', 'scroll'] as const) addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const kind of ['pointerdown', 'keydown', 'scroll'] as const) removeEventListener(kind, touch, { capture: true });
    };
  }, [minutes, renewed]);
  if (left === null) return null;
  const stay = async () => {
    await call(identity.readSession, {}).catch(() => undefined);
    setRenewed((count) => count + 1);
  };
  return (
    <Dialog
      open
      title={t('idle.title')}
      onClose={() => void stay()}
      actions={
        <button type="button" className="button button-primary" onClick={() => void stay()}>
          {t('idle.stay')}
        </button>
      }
    >
      <p>{t('idle.body', { seconds: Math.max(0, left) })}</p>
    </Dialog>
  );
}

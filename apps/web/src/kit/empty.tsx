import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useTexts } from './language.ts';
import './standing.css';

/** Nothing is here, why, and what can be done about it. */
export function Empty({ title, hint, icon = 'inbox', children }: { title?: string; hint?: string; icon?: IconName; children?: ReactNode }) {
  const t = useTexts('kit');
  return (
    <div className="standing">
      <span className="standing-icon">
        <Icon name={icon} size={28} />
      </span>
      <p className="standing-title">{title ?? t('empty')}</p>
      {hint && <p className="standing-hint">{hint}</p>}
      {children}
    </div>
  );
}

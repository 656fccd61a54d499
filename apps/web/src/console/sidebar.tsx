import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from '../kit/icon.tsx';
import { useTexts } from '../shell/language.ts';
import { useNavigation } from './navigation.ts';

const storageKey = 'gongzhi.sidebar';

/** Navigation by the posts of the person; on a narrow screen a drawer. */
export function Sidebar({ drawer, onClose }: { drawer: boolean; onClose: () => void }) {
  const t = useTexts('console');
  const groups = useNavigation();
  const [narrow, setNarrow] = useState(() => localStorage.getItem(storageKey) === 'narrow');
  useEffect(() => localStorage.setItem(storageKey, narrow ? 'narrow' : 'wide'), [narrow]);
  useEffect(() => {
    if (!drawer) return;
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [drawer, onClose]);
  return (
    <>
      {drawer && <button type="button" className="sidebar-veil" aria-label={t('kit:close')} onClick={onClose} />}
      <nav className="sidebar" aria-label={t('nav.label')} data-narrow={narrow} data-drawer={drawer}>
        {groups.map(({ group, pages }) => (
          <div key={group} className="sidebar-group">
            <p className="sidebar-heading">{t(`nav.${group}`)}</p>
            {pages.map((page) => (
              <Link
                key={page.path}
                to={page.path}
                className="sidebar-link"
                activeProps={{ 'data-active': 'true' }}
                activeOptions={{ exact: page.path === '/console' }}
                title={narrow ? t(page.title) : undefined}
              >
                <Icon name={page.nav.icon} size={20} />
                <span>{t(page.title)}</span>
              </Link>
            ))}
          </div>
        ))}
        <button
          type="button"
          className="sidebar-fold"
          aria-expanded={!narrow}
          aria-label={t(narrow ? 'nav.expand' : 'nav.collapse')}
          onClick={() => setNarrow(!narrow)}
        >
          <Icon name="columns" />
          <span>{t('nav.collapse')}</span>
        </button>
      </nav>
    </>
  );
}

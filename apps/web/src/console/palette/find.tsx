import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { useTexts } from '../../shell/language.ts';
import { useNavigation } from '../navigation.ts';
import { goKeys } from './entries.ts';
import './palette.css';

const Palette = lazy(() => import('./palette.tsx'));

/** The button that opens the palette, its key, and the keys that lead to the pages. Stands once in the bar. */
export function Find() {
  const t = useTexts('palette');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const pages = useNavigation().flatMap((group) => group.pages);
  useKeys(t('go'), [
    { keys: 'mod+k', label: t('open'), run: () => !document.querySelector('dialog[open]') && setOpen(true), inFields: true },
    ...pages.flatMap((page) => {
      const keys = goKeys[page.path];
      return keys ? [{ keys, label: t(page.title), run: () => void navigate({ to: page.path }) }] : [];
    }),
  ]);
  return (
    <>
      <button type="button" className="palette-button" aria-label={t('open')} onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span>{t('short')}</span>
        <KeyHint keys="mod+k" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

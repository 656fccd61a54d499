import { useEffect } from 'react';
import { useTexts } from './language.ts';

/** Title of the tab while the calling page is shown. A case page says its number instead of the route's general title. */
export function useTitle(title: string | undefined): void {
  const product = useTexts('shell')('product');
  useEffect(() => {
    if (title !== undefined) document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}

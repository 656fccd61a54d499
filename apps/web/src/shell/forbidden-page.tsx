import { Notice } from '../kit/notice.tsx';
import { useTexts } from './language.ts';

/** Shown where somebody is signed in but their posts do not permit the page. */
export function ForbiddenPage() {
  const t = useTexts('shell');
  return <Notice mark="403" title={t('forbidden.title')} body={t('forbidden.body')} />;
}

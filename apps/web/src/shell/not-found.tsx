import { Link } from '@tanstack/react-router';
import { Notice } from '../kit/notice.tsx';
import { useTexts } from './language.ts';
import { useTitle } from './title.ts';

export function NotFound() {
  const t = useTexts('shell');
  useTitle(t('notFound.title'));
  return (
    <Notice mark="404" title={t('notFound.title')} body={t('notFound.body')}>
      <Link to="/" className="button button-primary">
        {t('notFound.home')}
      </Link>
    </Notice>
  );
}

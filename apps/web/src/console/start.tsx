import { Navigate } from '@tanstack/react-router';
import { Notice } from '../kit/notice.tsx';
import { useTexts } from '../shell/language.ts';
import { useNavigation } from './navigation.ts';

/** The first page that the signed-in person's posts permit. */
export default function Start() {
  const t = useTexts('console');
  const first = useNavigation()
    .flatMap((group) => group.pages)
    .find(({ path }) => path !== '/console');
  if (first) return <Navigate to={first.path} replace />;
  return <Notice mark="—" title={t('start.none')} body={t('start.noneHint')} />;
}

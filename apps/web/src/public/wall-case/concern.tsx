import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

/** “This concerns me too”, once per resident: the server counts people and knows what each has said. */
export function Concern({ number, likes, liked }: { number: string; likes: number; liked: boolean }) {
  const t = useTexts('public');
  const session = useSession();
  if (session?.kind === 'resident') return <ConcernButton number={number} likes={likes} liked={liked} />;
  return (
    <div className="public-line wall-case-concern">
      <span>
        <Icon name="heart" size={16} /> {t('wall.likes', { count: likes })}
      </span>
      {session === null && (
        <>
          <span>{t('case.likeSignIn')}</span>
          <Link to="/m/sign-in" search={{ back: `/wall/${number}` } as never} className="button">
            {t('case.signIn')}
          </Link>
        </>
      )}
    </div>
  );
}

function ConcernButton({ number, likes, liked }: { number: string; likes: number; liked: boolean }) {
  const t = useTexts('public');
  const say = useProblemText();
  const like = useAct(cases.like, {
    stale: [cases.wallCase, cases.wall],
    onProblem: (problem) => toast(say(problem), 'problem'),
  });
  return (
    <div className="public-line wall-case-concern">
      <button
        type="button"
        className="button"
        aria-pressed={liked}
        disabled={like.isPending}
        onClick={() => like.mutate({ params: { number }, body: { like: !liked } })}
      >
        <Icon name="heart" />
        {t(liked ? 'case.liked' : 'case.like')}
      </button>
      <span role="status">{t('wall.likes', { count: likes })}</span>
    </div>
  );
}

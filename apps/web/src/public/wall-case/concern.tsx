import { cases } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';

const storageKey = (person: string, number: string) => `gongzhi.concern.${person}.${number}`;
function remembered(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

/** “This concerns me too”, once per resident: the server counts people; this browser remembers its own answer. */
export function Concern({ number, likes }: { number: string; likes: number }) {
  const t = useTexts('public');
  const session = useSession();
  if (session?.kind === 'resident') return <ConcernButton key={number} person={session.id} number={number} likes={likes} />;
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

function ConcernButton({ person, number, likes }: { person: string; number: string; likes: number }) {
  const t = useTexts('public');
  const say = useProblemText();
  const key = storageKey(person, number);
  const [liked, setLiked] = useState(() => remembered(key));
  const like = useAct(cases.like, {
    stale: [cases.wallCase, cases.wall],
    onDone: (_answer, { body }) => {
      setLiked(body.like);
      try {
        localStorage.setItem(key, body.like ? 'yes' : 'no');
      } catch {
        // It then shows as not said; saying it again changes nothing.
      }
    },
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
      <span role="status">{t('wall.likes', { count: like.data?.likes ?? likes })}</span>
    </div>
  );
}

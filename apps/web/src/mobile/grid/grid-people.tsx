import { organisations, type Post } from '@gongzhi/contract/organisations';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

const community = 12;

/** Who is who: every post of the community and its grids with who holds it, the vacant ones as such, by organisation. */
export function GridPeople({ area }: { area: string }) {
  const t = useTexts('tasks');
  const posts = useCall(organisations.listPosts, { query: { under: area.slice(0, community), limit: 200 } }, { staleTime: 600_000 });
  const groups = new Map<string, Post[]>();
  for (const post of posts.data?.items ?? []) groups.set(post.organisationName, [...(groups.get(post.organisationName) ?? []), post]);
  return (
    <section className="mobile-card" aria-labelledby="grid-people">
      <h2 id="grid-people">{t('grid.people')}</h2>
      {!posts.data && (posts.error ? <ErrorState problem={posts.error} onRetry={() => void posts.refetch()} /> : <Loading lines={5} />)}
      {[...groups].map(([name, list]) => (
        <div key={name} className="grid-office">
          <h3>{name}</h3>
          <ul>
            {list.map((post) => (
              <li key={post.id} className="mobile-line">
                <span>{post.title}</span>
                <span className="push">
                  {post.holders.length > 0 ? (
                    <strong>{post.holders.map((holder) => holder.name).join('、')}</strong>
                  ) : (
                    <Tag tone="amber">{t('grid.vacant')}</Tag>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

import { Empty } from '../../kit/empty.tsx';
import { useSearchState } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.ts';
import { useSession } from '../../shell/session.tsx';
import { GridCases } from './grid-cases.tsx';
import { GridPeople } from './grid-people.tsx';
import './grid.css';

const subdistrict = 9;

/** The area of my post as I walk through it: what is open on the map, and who is who there. */
export default function GridPage() {
  const t = useTexts('tasks');
  const session = useSession();
  const [search, setSearch] = useSearchState();
  const posts = session?.posts.filter(({ areaCode }) => areaCode !== '') ?? [];
  const post = posts.find(({ areaCode }) => areaCode === search.area) ?? posts[0];
  return (
    <main id="main" tabIndex={-1}>
      <h1 tabIndex={-1}>{post?.organisationName ?? t('grid.title')}</h1>
      {posts.length > 1 && (
        <select
          className="input"
          aria-label={t('grid.choose')}
          value={post?.areaCode}
          onChange={(event) => setSearch({ area: event.target.value })}
        >
          {posts.map(({ postId, areaCode, organisationName }) => (
            <option key={postId} value={areaCode}>
              {organisationName}
            </option>
          ))}
        </select>
      )}
      {post ? (
        <>
          <GridCases area={post.areaCode} />
          {post.areaCode.length >= subdistrict && <GridPeople area={post.areaCode} />}
        </>
      ) : (
        <Empty title={t('grid.none')} icon="map" />
      )}
    </main>
  );
}

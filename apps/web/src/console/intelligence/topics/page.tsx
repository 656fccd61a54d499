import { intelligence, type Topic } from '@gongzhi/contract/intelligence';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { PickField, SelectField } from '../../admin/fields.tsx';
import '../../admin/admin.css';
import '../page.css';

const periods = ['7', '30', '90'];

/** What residents write about, the hot topics first. */
export default function TopicsPage() {
  const t = useTexts('learned');
  const [search, set] = useSearchState();
  const days = periods.find((one) => one === search.days) ?? '30';
  const found = useCall(intelligence.topics, { query: { area: search.area, days: Number(days) } }, { keep: true, staleTime: 300_000 });
  const items = found.data?.items ?? [];
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('console:intelligence.topics')} meta={t('topics.meta')} />
      <div className="learned-bar">
        <PickField of="area" label={t('topics.area')} value={search.area ?? ''} onChange={(area) => set({ area: area || undefined })} />
        <SelectField
          label={t('topics.days')}
          value={days}
          onChange={(value) => set({ days: value === '30' ? undefined : value })}
          options={periods.map((value) => ({ value, label: t('topics.day', { count: value }) }))}
        />
      </div>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {found.data && items.length === 0 && <Empty title={t('topics.empty')} hint={t('topics.emptyHint')} icon="comment" />}
      {items.length > 0 && (
        <>
          <p className="admin-quiet">{t('topics.read', { count: found.data?.cases ?? 0 })}</p>
          <ul className="learned-list" aria-label={t('topics.list')}>
            {items.map((topic) => (
              <TopicCard key={topic.label + topic.numbers[0]} topic={topic} />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function TopicCard({ topic }: { topic: Topic }) {
  const t = useTexts('learned');
  const most = Math.max(1, ...topic.trend.map(({ count }) => count));
  return (
    <li className="admin-panel">
      <div className="learned-head">
        <h2>{topic.label}</h2>
        <StateTag tone={topic.now.hot ? 'late' : 'stop'}>{t(topic.now.hot ? 'topics.hot' : 'topics.steady')}</StateTag>
      </div>
      <p>{t('topics.now', { count: topic.now.count, expected: topic.now.expected })}</p>
      <ul className="learned-trend" aria-label={t('topics.trend')}>
        {topic.trend.map(({ month, count }) => (
          <li key={month} style={{ height: `${(count / most) * 100}%` }} title={`${month} · ${count}`}>
            <span className="visually-hidden">{`${month}: ${count}`}</span>
          </li>
        ))}
      </ul>
      <p className="admin-sub">
        {[
          t('topics.all', { count: topic.count }),
          topic.place && t('topics.place', { name: topic.place.name }),
          topic.likes > 0 && t('topics.likes', { count: topic.likes }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {topic.words.length > 0 && <p className="admin-sub">{t('topics.words', { words: topic.words.join('、') })}</p>}
      <Link to="/console/cases" search={{ numbers: topic.numbers.join(',') } as never}>
        {t('topics.cases')}
      </Link>
    </li>
  );
}

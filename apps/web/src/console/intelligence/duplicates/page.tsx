import { intelligence } from '@gongzhi/contract/intelligence';
import { matters } from '@gongzhi/contract/matters';
import type { AnswerOf } from '@gongzhi/contract/route';
import { Link } from '@tanstack/react-router';
import { confirm } from '../../../kit/confirm.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { PickField } from '../../admin/fields.tsx';
import { Refused } from '../../admin/form-dialog.tsx';
import '../../admin/admin.css';
import '../page.css';

type Group = AnswerOf<typeof intelligence.duplicates>['items'][number];
const joinable = ['recorded', 'filed'];

/** Open cases that seem to tell of the same matter: a person joins them or says that they do not. */
export default function DuplicatesPage() {
  const t = useTexts('learned');
  const [search, set] = useSearchState();
  const found = useCall(intelligence.duplicates, { query: { area: search.area } }, { keep: true, staleTime: 60_000 });
  const items = found.data?.items ?? [];
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('console:intelligence.duplicates')} meta={t('groups.meta')} />
      <div className="learned-bar">
        <PickField of="area" label={t('groups.area')} value={search.area ?? ''} onChange={(area) => set({ area: area || undefined })} />
      </div>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {found.data && items.length === 0 && <Empty title={t('groups.empty')} hint={t('groups.emptyHint')} icon="copy" />}
      {items.length > 0 && (
        <>
          <p className="admin-quiet">{t('groups.read', { count: found.data?.cases ?? 0 })}</p>
          <ul className="learned-list learned-wide" aria-label={t('groups.list')}>
            {items.map((group) => (
              <GroupCard key={group.matters[0]?.number} group={group} />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function GroupCard({ group }: { group: Group }) {
  const t = useTexts('learned');
  const dates = useDates();
  const stale = [intelligence.duplicates];
  const join = useAct(matters.act, { stale, onDone: (_, { params }) => toast(t('groups.joined', { number: params.number })) });
  const refuse = useAct(intelligence.refuse, { stale, onDone: () => toast(t('groups.parted')) });
  const [first] = group.matters;
  if (!first) return null;
  const apart = async () => {
    if (await confirm({ title: t('groups.apartTitle'), body: t('groups.apartBody'), action: t('groups.apart') }))
      refuse.mutate({ body: { numbers: group.matters.map(({ number }) => number) } });
  };
  return (
    <li className="admin-panel">
      <div className="learned-head">
        <h2>{first.title}</h2>
        <button type="button" className="button" disabled={refuse.isPending} onClick={() => void apart()}>
          {t('groups.apart')}
        </button>
      </div>
      <p className="admin-sub">{[t('groups.score', { score: Math.round(group.score * 100) }), ...group.reasons].join(' · ')}</p>
      {join.error && <Refused problem={join.error} />}
      {refuse.error && <Refused problem={refuse.error} />}
      <ul className="learned-cases">
        {group.matters.map((one, at) => (
          <li key={one.number}>
            <span>
              <Link to="/console/cases/$number" params={{ number: one.number } as never}>
                {one.title}
              </Link>{' '}
              <span className="admin-sub">
                {one.number} · {one.areaName} · {dates.ago(one.openedAt)}
              </span>
            </span>
            {at === 0 ? (
              <Tag tone="blue">{t('groups.first')}</Tag>
            ) : joinable.includes(one.state) ? (
              <button
                type="button"
                className="button button-primary"
                aria-label={t('groups.joinOne', { number: one.number, first: first.number })}
                disabled={join.isPending}
                onClick={() =>
                  join.mutate({
                    params: { number: one.number, action: 'join' },
                    body: { version: one.version, input: { to: first.number, note: t('groups.note') } },
                  })
                }
              >
                {t('groups.join')}
              </button>
            ) : (
              <Tag>{t('groups.cannot')}</Tag>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

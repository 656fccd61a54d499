import { organisations, type Post } from '@gongzhi/contract/organisations';
import { type ReactNode, useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { type Column, DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { StateTag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { Refused } from '../form-dialog.tsx';
import { Appoint } from './appoint.tsx';
import { Relieve } from './relieve.tsx';
import { useRoles } from './role-options.ts';

const tones = { filled: 'good', vacant: 'warn', doubled: 'late', 'term-over': 'turn' } as const;
type Holder = Post['holders'][number];

/** Posts with who holds them, and the acts on them: appoint, relieve, remove. */
export function PostTable({
  label,
  posts,
  empty,
  withUnit = false,
  toolbar,
  loading = false,
  onMore,
  loadingMore = false,
}: {
  label: string;
  posts: readonly Post[];
  empty: string;
  withUnit?: boolean;
  toolbar?: ReactNode;
  loading?: boolean;
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
}) {
  const t = useTexts('units');
  const may = useMay();
  const roles = useRoles();
  const [appointing, setAppointing] = useState<Post | null>(null);
  const [relieving, setRelieving] = useState<{ post: Post; holder: Holder } | null>(null);
  const remove = useAct(organisations.endPost, { onDone: () => toast(t('admin:removed')) });
  const appoints = may('organisation.edit') || may('security.edit');
  const end = async ({ id, title }: Post) => {
    if (await confirm({ title: t('removeAsk', { title }), body: t('removeBody'), action: t('remove'), danger: true }))
      remove.mutate({ params: { id } });
  };
  const columns: Column<Post>[] = [
    ...(withUnit ? [{ key: 'unit', title: t('organisation'), cell: (post: Post) => post.organisationName, width: 220 }] : []),
    {
      key: 'title',
      title: t('title'),
      cell: (post) => (
        <>
          {post.title}
          <span className="admin-sub">{roles.text(post.role)}</span>
        </>
      ),
      width: 170,
    },
    {
      key: 'condition',
      title: t('filter.condition'),
      cell: (post) => <StateTag tone={tones[post.condition]}>{t(`condition.${post.condition}`)}</StateTag>,
      width: 120,
    },
    {
      key: 'holders',
      title: t('holders'),
      cell: (post) =>
        post.holders.length === 0 ? (
          '—'
        ) : (
          <ul>
            {post.holders.map((holder) => (
              <li key={holder.tenureId} className="units-holder">
                {holder.to
                  ? t('holderTo', { name: holder.name, from: holder.from, to: holder.to })
                  : t('holder', { name: holder.name, from: holder.from })}
                {appoints && (
                  <button
                    type="button"
                    className="button button-quiet"
                    aria-label={t('relieveOne', { name: holder.name, title: post.title })}
                    onClick={() => setRelieving({ post, holder })}
                  >
                    {t('relieve')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    ...(appoints
      ? [
          {
            key: 'acts',
            title: t('acts'),
            cell: (post: Post) => (
              <span className="admin-row-acts">
                <button
                  type="button"
                  className="button"
                  aria-label={t('appointTo', { title: `${post.organisationName} ${post.title}` })}
                  onClick={() => setAppointing(post)}
                >
                  {t('appoint')}
                </button>
                {may('organisation.edit') && post.holders.length === 0 && (
                  <button
                    type="button"
                    className="button button-quiet button-icon"
                    aria-label={t('removeOne', { title: post.title })}
                    disabled={remove.isPending}
                    onClick={() => void end(post)}
                  >
                    <Icon name="trash" />
                  </button>
                )}
              </span>
            ),
            width: 140,
          },
        ]
      : []),
  ];
  return (
    <>
      {remove.error && <Refused problem={remove.error} />}
      <DataTable<Post>
        label={label}
        rows={posts}
        rowKey={(post) => post.id}
        columns={columns}
        loading={loading}
        onMore={onMore}
        loadingMore={loadingMore}
        toolbar={toolbar}
        empty={<Empty title={empty} icon="person" />}
      />
      {appointing && <Appoint post={appointing} onClose={() => setAppointing(null)} />}
      {relieving && <Relieve {...relieving} onClose={() => setRelieving(null)} />}
    </>
  );
}

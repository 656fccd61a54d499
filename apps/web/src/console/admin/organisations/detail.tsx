import { organisations } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { Dissolve } from './dissolve.tsx';
import { PostForm } from './post-form.tsx';
import { PostTable } from './post-table.tsx';
import { UnitForm } from './unit-form.tsx';

/** One organisation: what it is, its posts and who holds them. */
export function Detail({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const t = useTexts('units');
  const spoken = useSpoken();
  const edit = useMay()('organisation.edit');
  const [dialog, setDialog] = useState<'change' | 'below' | 'dissolve' | 'post' | null>(null);
  const asked = useCall(organisations.readOrganisation, { params: { id } });
  const unit = asked.data;
  const close = () => setDialog(null);
  if (asked.error) return <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!unit) return <Loading lines={6} />;
  return (
    <div>
      <section className="admin-panel" aria-label={spoken(unit.name)}>
        {unit.ancestors.length > 0 && (
          <nav className="admin-above" aria-label={t('field.parent')}>
            {unit.ancestors.map((above) => (
              <button key={above.id} type="button" className="button button-quiet" onClick={() => onChoose(above.id)}>
                {above.name}
              </button>
            ))}
          </nav>
        )}
        <header>
          <h2>
            {spoken(unit.name)} <Tag tone="blue">{t(`type.${unit.type}`)}</Tag>{' '}
            {unit.dissolvedOn && <Tag tone="red">{t('dissolvedOn', { day: unit.dissolvedOn })}</Tag>}
          </h2>
          {edit && !unit.dissolvedOn && (
            <div className="admin-bar">
              <button type="button" className="button" onClick={() => setDialog('change')}>
                {t('change')}
              </button>
              <button type="button" className="button" onClick={() => setDialog('below')}>
                {t('addBelow')}
              </button>
              <button type="button" className="button button-danger" onClick={() => setDialog('dissolve')}>
                {t('dissolve')}
              </button>
            </div>
          )}
        </header>
        <dl className="admin-facts">
          <dt>{t('field.shortName')}</dt>
          <dd>{unit.shortName}</dd>
          <dt>{t('field.code')}</dt>
          <dd>
            <code className="admin-value">{unit.code ?? '—'}</code>
          </dd>
          <dt>{t('field.area')}</dt>
          <dd>
            {unit.areaName} <code className="admin-value">{unit.areaCode}</code>
          </dd>
          <dt>{t('field.children')}</dt>
          <dd>{unit.children}</dd>
          <dt>{t('field.posts')}</dt>
          <dd>
            {unit.posts} {unit.vacancies > 0 && <Tag tone="amber">{t('vacancies', { count: unit.vacancies })}</Tag>}
          </dd>
        </dl>
      </section>
      <section className="admin-panel" aria-label={t('posts')}>
        <header>
          <h2>{t('posts')}</h2>
          {edit && !unit.dissolvedOn && (
            <button type="button" className="button" onClick={() => setDialog('post')}>
              {t('addPost')}
            </button>
          )}
        </header>
        <PostTable label={t('posts')} posts={unit.postList} empty={t('noPosts')} />
      </section>
      {dialog === 'change' && <UnitForm unit={unit} onClose={close} />}
      {dialog === 'below' && <UnitForm below={unit} onClose={close} onSaved={onChoose} />}
      {dialog === 'dissolve' && <Dissolve unit={unit} onChoose={onChoose} onClose={close} />}
      {dialog === 'post' && <PostForm unit={unit} onClose={close} />}
    </div>
  );
}

import type { WallCase } from '@gongzhi/contract/cases';
import { Link } from '@tanstack/react-router';
import { useDates } from '../../kit/dates.ts';
import { DueText } from '../../kit/due-text.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useCategoryName } from '../../resident/category-name.ts';
import { Stars } from '../../resident/rating-form.tsx';
import { CaseState, isEnded } from '../../resident/state-words.tsx';
import { useTexts } from '../../shell/language.ts';

/** One case on a wall: its head leads to its page. */
export function WallCard({ item }: { item: WallCase }) {
  const t = useTexts('public');
  const dates = useDates();
  const category = useCategoryName();
  const ended = isEnded(item.state);
  const picture = item.photos.find(({ stage }) => stage === 'after') ?? item.photos[0];
  return (
    <li className="wall-card public-card">
      <div className="public-line">
        <CaseState state={item.state} />
        {item.categoryName && <Tag>{category(item.category, item.categoryName)}</Tag>}
        <span className="push">{ended ? null : item.dueAt && <DueText dueAt={item.dueAt} />}</span>
      </div>
      <h2>
        <Link to={`/wall/${item.number}`}>{item.title}</Link>
      </h2>
      {picture && <img className="wall-card-picture" src={picture.url} alt="" loading="lazy" />}
      {item.body && <p className="wall-card-body">{item.body}</p>}
      {item.result && (
        <p className="wall-card-result">
          <strong>{t('wall.result')}</strong> {item.result}
        </p>
      )}
      <p className="public-line">
        <span>
          <Icon name="pin" size={14} /> {item.areaName}
        </span>
        <span>{item.owner ? t('wall.owner', { name: item.owner }) : t('wall.noOwner')}</span>
        <span>
          {ended && item.closedAt ? t('wall.closed', { at: dates.ago(item.closedAt) }) : t('wall.opened', { at: dates.ago(item.openedAt) })}
        </span>
      </p>
      <p className="public-line">
        {item.satisfaction !== null && <Stars count={item.satisfaction} />}
        <span>
          <Icon name="heart" size={14} /> {t('wall.likes', { count: item.likes })}
        </span>
        <span>
          <Icon name="comment" size={14} /> {t('wall.comments', { count: item.comments })}
        </span>
      </p>
    </li>
  );
}

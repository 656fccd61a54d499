import { organisations } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { type ItemOf, usePages } from '../pages.ts';

interface TreeProps {
  /** An organisation, or `none` for those without a parent. */
  parent: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  label?: string;
}
type Unit = ItemOf<typeof organisations.listOrganisations>;

/** What stands below an organisation; each level is asked for when it is opened. */
export function UnitTree({ parent, chosen, onChoose, label }: TreeProps) {
  const t = useTexts('units');
  const list = usePages(organisations.listOrganisations, { query: { parent, dissolved: 'false', limit: 200 } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Loading lines={3} />;
  return (
    <ul className="admin-tree" aria-label={label}>
      {list.rows.map((unit) => (
        <Branch key={unit.id} unit={unit} chosen={chosen} onChoose={onChoose} open={parent === 'none' && list.rows.length < 3} />
      ))}
      {list.more && (
        <li>
          <button type="button" className="button button-quiet" disabled={list.isMoreLoading} onClick={list.more}>
            {t('more')}
          </button>
        </li>
      )}
    </ul>
  );
}

function Branch({ unit, chosen, onChoose, open: begin }: Omit<TreeProps, 'parent'> & { unit: Unit; open: boolean }) {
  const t = useTexts('units');
  const name = useSpoken()(unit.name);
  const [open, setOpen] = useState(begin);
  return (
    <li>
      <div className="admin-branch">
        {unit.children > 0 ? (
          <button
            type="button"
            className="admin-fold"
            aria-expanded={open}
            aria-label={t(open ? 'collapse' : 'expand', { name })}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'next'} size={14} />
          </button>
        ) : (
          <span className="admin-fold" />
        )}
        <button
          type="button"
          className="admin-name"
          aria-current={unit.id === chosen}
          onClick={() => onChoose(unit.id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight' && unit.children > 0) setOpen(true);
            if (event.key === 'ArrowLeft') setOpen(false);
          }}
        >
          {name}
        </button>
        {unit.vacancies > 0 && <Tag tone="amber">{t('vacancies', { count: unit.vacancies })}</Tag>}
      </div>
      {open && unit.children > 0 && <UnitTree parent={unit.id} chosen={chosen} onChoose={onChoose} />}
    </li>
  );
}

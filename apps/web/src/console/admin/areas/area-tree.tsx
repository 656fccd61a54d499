import { type Area, territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';

interface TreeProps {
  areas: readonly Area[];
  chosen: string | undefined;
  onChoose: (code: string) => void;
  /** Begins opened. */
  open?: boolean;
}

/** Areas with what lies below them; the way to the chosen one is open. */
export function AreaTree({ areas, chosen, onChoose, open = false }: TreeProps) {
  return (
    <ul className="admin-tree">
      {areas.map((area) => (
        <Branch
          key={area.code}
          area={area}
          chosen={chosen}
          onChoose={onChoose}
          begin={open || Boolean(chosen?.startsWith(area.code) && chosen !== area.code)}
        />
      ))}
    </ul>
  );
}

function Branch({ area, chosen, onChoose, begin }: Omit<TreeProps, 'areas'> & { area: Area; begin: boolean }) {
  const t = useTexts('areas');
  const { code, name } = area;
  const [open, setOpen] = useState(begin);
  const below = useCall(territory.listAreas, { query: { parent: code, limit: 2000 } }, { enabled: open && area.children > 0 });
  return (
    <li>
      <div className="admin-branch">
        {area.children > 0 ? (
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
          aria-current={code === chosen}
          onClick={() => onChoose(code)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight' && area.children > 0) setOpen(true);
            if (event.key === 'ArrowLeft') setOpen(false);
          }}
        >
          {name}
        </button>
        {!area.hasBoundary && <Tag tone="amber">{t('noBoundary')}</Tag>}
      </div>
      {open && below.error && <ErrorState problem={below.error} onRetry={() => void below.refetch()} />}
      {open && below.isLoading && <Loading lines={2} />}
      {open && below.data && <AreaTree areas={below.data.items} chosen={chosen} onChoose={onChoose} />}
    </li>
  );
}

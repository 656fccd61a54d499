import { territory } from '@gongzhi/contract/territory';
import { ErrorState } from '../../../kit/error-state.tsx';
import { FilterBar } from '../../../kit/filter-bar.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';

/** Areas by name or code. */
export function Found({ text, onText, onChoose }: { text: string; onText: (text: string) => void; onChoose: (code: string) => void }) {
  const t = useTexts('areas');
  const asked = useCall(territory.listAreas, { query: { text, limit: 50 } }, { enabled: text !== '', keep: true });
  return (
    <>
      <FilterBar
        values={{ text }}
        onChange={(change) => onText(change.text ?? '')}
        filters={[{ kind: 'text', key: 'text', label: t('search') }]}
      />
      {text && asked.error && <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />}
      {text && asked.data?.items.length === 0 && <p className="admin-quiet">{t('none')}</p>}
      {text && (
        <ul aria-label={t('found')}>
          {(asked.data?.items ?? []).map((area) => (
            <li key={area.code}>
              <button type="button" className="admin-name" onClick={() => onChoose(area.code)}>
                {area.name} <span className="admin-sub tabular">{`${t(`level.${area.level}`)} ${area.code}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

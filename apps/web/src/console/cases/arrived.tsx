import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';

/** What came into the list while it was read; it comes in when it is asked for, so that nothing moves under the eyes. */
export function Arrived({ count, onShow }: { count: number | string; onShow: () => void }) {
  const t = useTexts('cases');
  return (
    <span className="cases-arrived" role="status">
      {count !== 0 && (
        <button type="button" className="button button-primary" onClick={onShow}>
          <Icon name="refresh" size={16} />
          {t('arrived', { count })} · {t('arrivedShow')}
        </button>
      )}
    </span>
  );
}

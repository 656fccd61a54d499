import { useDates } from '../../kit/dates.ts';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';

/** Says that what is shown was kept on the phone, and since when; nothing while the server answers. */
export function KeptNotice({ at }: { at: number | null }) {
  const t = useTexts('tasks');
  const dates = useDates();
  if (at === null) return null;
  return (
    <p className="note-box note-box-warn" role="status">
      <Icon name="clock" />
      <span>{t('keptAnswers', { at: dates.ago(at) })}</span>
    </p>
  );
}

import { type Alert, type BoardNow, board } from '@gongzhi/contract/board';
import { useId, useState } from 'react';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Field, problemAt } from '../kit/field.tsx';
import { useProblemText } from '../kit/problem-text.ts';
import { useTexts } from '../shell/language.ts';
import { useAct } from '../shell/query.ts';
import { useMay } from '../shell/session.tsx';

/** What is above its limit; whoever answers for it says what is done. */
export function Alerts({ now }: { now: BoardNow }) {
  const t = useTexts('screen');
  const dates = useDates();
  const may = useMay();
  const [seeing, setSeeing] = useState<Alert | null>(null);
  return (
    <div className="screen-card">
      <h2>{t('alerts.title')}</h2>
      {now.alerts.length === 0 ? (
        <p className="field-hint">{t('alerts.none')}</p>
      ) : (
        <ul className="screen-list">
          {now.alerts.map((alert) => (
            <li key={alert.id} data-late={(!alert.endedAt && !alert.acknowledgedAt) || undefined}>
              <span>
                {alert.areaName}：{t(`alerts.says.${alert.figure}`, { value: alert.value, limit: alert.limit })}
              </span>
              <small>
                {dates.ago(alert.raisedAt)}
                {alert.endedAt && ` · ${t('alerts.ended')}`}
                {alert.acknowledgedBy && ` · ${t('alerts.seen', { by: alert.acknowledgedBy, note: alert.note })}`}
              </small>
              {!alert.endedAt && !alert.acknowledgedAt && may('theme.edit') && (
                <button type="button" className="button" onClick={() => setSeeing(alert)}>
                  {t('alerts.do')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {seeing && <Acknowledge alert={seeing} onClose={() => setSeeing(null)} />}
    </div>
  );
}

function Acknowledge({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const t = useTexts('screen');
  const say = useProblemText();
  const id = useId();
  const [note, setNote] = useState('');
  const act = useAct(board.acknowledge, { stale: [board.now], onDone: onClose });
  return (
    <Dialog open title={t('alerts.title2')} onClose={onClose}>
      <form
        className="screen-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ params: { id: alert.id }, body: { note: note.trim() } });
        }}
      >
        <p>
          {alert.areaName}：{t(`alerts.says.${alert.figure}`, { value: alert.value, limit: alert.limit })}
        </p>
        <Field id={id} label={t('alerts.note')} problem={problemAt(act.error, 'note') ?? (act.error ? say(act.error) : null)}>
          <textarea
            id={id}
            className="input"
            rows={3}
            maxLength={300}
            aria-describedby={`${id}-note`}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <button type="submit" className="button button-primary button-wide" disabled={note.trim().length < 2 || act.isPending}>
          {t('alerts.do')}
        </button>
      </form>
    </Dialog>
  );
}

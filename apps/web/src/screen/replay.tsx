import { board } from '@gongzhi/contract/board';
import { useEffect, useState } from 'react';
import { dayOf } from '../kit/dates.ts';
import { ErrorState } from '../kit/error-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { useTexts } from '../shell/language.ts';
import { useCall } from '../shell/query.ts';

const pace = 900;

/** A day again, hour by hour: what came in where. */
export function Replay({ area }: { area: string }) {
  const t = useTexts('screen');
  const [day, setDay] = useState<string | null>(null);
  const [hour, setHour] = useState(0);
  const [playing, setPlaying] = useState(false);
  const found = useCall(board.replay, { query: { area, day: day ?? dayOf(Date.now()) } }, { enabled: day !== null });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setHour((now) => (now + 1) % 24), pace);
    return () => clearInterval(timer);
  }, [playing]);
  const frame = found.data?.frames[hour];
  const most = Math.max(1, ...(found.data?.frames.flatMap((one) => one.areas.map((item) => item.reported)) ?? []));
  const counts = new Map(frame?.areas.map((one) => [one.code, one.reported]));
  return (
    <div className="screen-card screen-replay">
      <div className="screen-replay-bar">
        <h2>{t('replay.title')}</h2>
        <input
          className="input"
          type="date"
          aria-label={t('replay.day')}
          max={dayOf(Date.now())}
          value={day ?? ''}
          onChange={(event) => setDay(event.target.value || null)}
        />
        {day && (
          <>
            <button type="button" className="button" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
              <Icon name={playing ? 'pause' : 'next'} />
              {t(playing ? 'replay.pause' : 'replay.play')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => {
                setPlaying(false);
                setDay(null);
              }}
            >
              {t('replay.today')}
            </button>
          </>
        )}
      </div>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {day && found.data && frame && (
        <>
          <input
            type="range"
            className="screen-range"
            min={0}
            max={23}
            aria-label={t('hour')}
            aria-valuetext={t('replay.hour', { hour })}
            value={hour}
            onChange={(event) => setHour(Number(event.target.value))}
          />
          <p>{t('replay.says', { hour, reported: frame.reported, ended: frame.ended })}</p>
          <ul className="screen-bars">
            {found.data.areas.map((one) => (
              <li key={one.code}>
                <span>{one.name}</span>
                <i style={{ inlineSize: `${(100 * (counts.get(one.code) ?? 0)) / most}%` }} />
                <b>{counts.get(one.code) ?? 0}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

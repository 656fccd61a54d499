import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';
import { reach, type Span, spans, type TimeWindow } from './time-window.ts';

const stepMs = 1500;

/** Chooses a length of time and moves it over the past; played, it goes on to today by itself. */
export function TimeSlider({
  chosen,
  days,
  onChange,
}: {
  chosen: { span: Span; back: number } | null;
  days: TimeWindow | null;
  onChange: (change: { span?: string | undefined; back?: string | undefined }) => void;
}) {
  const t = useTexts('map');
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ chosen, onChange });
  latest.current = { chosen, onChange };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const now = latest.current.chosen;
      if (!now || now.back === 0) setPlaying(false);
      else latest.current.onChange({ back: String(now.back - 1) });
    }, stepMs);
    return () => clearInterval(timer);
  }, [playing]);
  const most = chosen ? reach[chosen.span] : 0;
  return (
    <div className="map-time">
      <label>
        {t('time.span')}
        <select
          className="input"
          value={chosen?.span ?? ''}
          onChange={(event) => {
            setPlaying(false);
            onChange({ span: event.target.value || undefined, back: undefined });
          }}
        >
          <option value="">{t('time.any')}</option>
          {(Object.keys(spans) as Span[]).map((span) => (
            <option key={span} value={span}>
              {t(`time.${span}`)}
            </option>
          ))}
        </select>
      </label>
      {chosen && days && (
        <>
          <button
            type="button"
            className="button"
            aria-pressed={playing}
            onClick={() => {
              // From today there is nowhere to go on to: playing begins at the far end.
              if (!playing && chosen.back === 0) onChange({ back: String(Math.min(most, 12)) });
              setPlaying(!playing);
            }}
          >
            <Icon name={playing ? 'pause' : 'next'} />
            {t(playing ? 'time.stop' : 'time.play')}
          </button>
          <input
            type="range"
            aria-label={t('time.slider')}
            aria-valuetext={`${days.from} – ${days.to}`}
            min={0}
            max={most}
            step={1}
            value={most - chosen.back}
            onChange={(event) => {
              setPlaying(false);
              onChange({ back: String(most - event.target.valueAsNumber) });
            }}
          />
          <output className="tabular">
            {days.from} – {days.to}
          </output>
        </>
      )}
    </div>
  );
}

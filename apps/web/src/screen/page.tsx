import type { BoardFigure, BoardNow } from '@gongzhi/contract/board';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Chart } from '../kit/chart.tsx';
import { useDates } from '../kit/dates.ts';
import { ErrorState } from '../kit/error-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Loading } from '../kit/loading.tsx';
import { useSearchState } from '../shell/address.ts';
import { useTexts } from '../shell/language.ts';
import { Alerts } from './alerts.tsx';
import { BoardMap } from './board-map.tsx';
import { useLiveBoard } from './live-board.ts';
import { Replay } from './replay.tsx';
import { type Behind, Rows } from './rows.tsx';

const shown = ['reported', 'ended', 'late', 'open', 'overdue'] as const;

/** The board: figures against the usual, the map, hot spots, alerts, the theme and what came in last. Every figure opens its rows. */
export default function ScreenPage() {
  const t = useTexts('screen');
  const dates = useDates();
  const [search, set] = useSearchState();
  const live = useLiveBoard(search.area);
  const [behind, setBehind] = useState<Behind | null>(null);
  const { now } = live;
  if (live.error && !now)
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <ErrorState problem={live.error} onRetry={live.refetch} />
      </main>
    );
  if (!now)
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <Loading lines={8} />
      </main>
    );
  const open = (figure: BoardFigure, area: { code: string; name: string }) => setBehind({ figure, area });
  return (
    <main id="main" tabIndex={-1} className="screen-grid">
      <header className="screen-head">
        <h1>{t('of', { area: now.area.name })}</h1>
        {search.area && (
          <button type="button" className="button" onClick={() => set({ area: undefined })}>
            <Icon name="up" />
            {t('up')}
          </button>
        )}
        <span className="screen-live" data-broken={!live.connected || undefined} role="status">
          {t(live.connected ? 'live' : 'broken')} · <time dateTime={now.at}>{dates.moment(now.at)}</time>
        </span>
        <button type="button" className="button button-quiet" onClick={() => void document.documentElement.requestFullscreen?.()}>
          {t('full')}
        </button>
        <Link to="/console" className="button button-quiet">
          {t('home')}
        </Link>
      </header>
      <section className="screen-figures" aria-label={t('title')}>
        {shown.map((figure) => (
          <Figure
            key={figure}
            now={now}
            figure={figure}
            onOpen={figure === 'late' ? () => open('ended', now.area) : () => open(figure, now.area)}
          />
        ))}
      </section>
      <section className="screen-left">
        <div className="screen-card">
          <Chart
            label={t('hours')}
            rows={now.hours.map((hour) => ({ hour: String(hour.hour), now: hour.now, usual: hour.usual }))}
            x={{ key: 'hour', label: t('hour') }}
            series={[
              { key: 'now', label: t('now'), kind: 'bar', tone: 'busy' },
              { key: 'usual', label: t('usualLine'), kind: 'line', tone: 'warn' },
            ]}
            height="14rem"
          />
        </div>
        <div className="screen-card">
          <h2>{t('patrol.title')}</h2>
          <dl className="screen-trio">
            {(['visited', 'findings', 'visits'] as const).map((key) => (
              <div key={key}>
                <dt>{t(`patrol.${key}`)}</dt>
                <dd>{now.patrol[key]}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="screen-card">
          <h2>{t('latest')}</h2>
          <ul className="screen-list">
            {now.latest.slice(0, 8).map((one) => (
              <li key={one.number}>
                <span>{one.title}</span>
                <small>
                  {one.areaName} · {dates.time(one.at)}
                </small>
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section className="screen-middle">
        <BoardMap now={now} onArea={(area) => set({ area }, { push: true })} />
        <Replay area={now.area.code} />
        <div className="screen-card screen-scroll">
          <table className="screen-table">
            <caption className="visually-hidden">{t('areas')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('area')}</th>
                {(['reported', 'open', 'overdue'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`figure.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {now.areas.map((area) => (
                <tr key={area.code}>
                  <th scope="row">
                    <button type="button" className="screen-link" onClick={() => set({ area: area.code }, { push: true })}>
                      {area.name}
                    </button>
                  </th>
                  {(['reported', 'open', 'overdue'] as const).map((key) => (
                    <td key={key}>
                      <button
                        type="button"
                        className="screen-link"
                        aria-label={`${area.name} ${t(`figure.${key}`)} ${area[key]}`}
                        onClick={() => open(key, area)}
                      >
                        {area[key]}
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="screen-right">
        <Alerts now={now} />
        <div className="screen-card">
          <h2>{t('hot.title')}</h2>
          {now.hotSpots.length === 0 ? (
            <p className="field-hint">{t('hot.none')}</p>
          ) : (
            <ul className="screen-list">
              {now.hotSpots.map((spot) => {
                const name = spot.areas[0]?.name ?? '';
                const place = spot.areas.length > 1 ? t('hot.more', { area: name, count: spot.areas.length }) : name;
                const words = t('hot.topic', { topic: spot.topicName, area: place });
                return (
                  <li key={spot.id}>
                    <button
                      type="button"
                      className="screen-link"
                      onClick={() =>
                        setBehind({
                          figure: 'reported',
                          area: { code: spot.areas[0]?.code ?? now.area.code, name: words },
                          hotSpot: spot.id,
                        })
                      }
                    >
                      {words}
                    </button>
                    <small>
                      {t('hot.says', {
                        days: spot.from === spot.to ? spot.to : `${spot.from} – ${spot.to}`,
                        observed: spot.observed,
                        expected: spot.expected,
                      })}{' '}
                      · {t('hot.chance', { p: spot.p < 0.01 ? '< 1%' : `${Math.round(spot.p * 100)}%` })}
                    </small>
                  </li>
                );
              })}
            </ul>
          )}
        </div>
        <div className="screen-card">
          <h2>{t('theme.title')}</h2>
          {now.theme ? (
            <>
              <p>
                <strong>{now.theme.title}</strong>
              </p>
              <small>
                {now.theme.categoryName} ·{' '}
                {t('theme.steps', { done: now.theme.steps.filter((step) => step.doneOn).length, all: now.theme.steps.length })}
              </small>
            </>
          ) : (
            <p className="field-hint">{t('theme.none')}</p>
          )}
        </div>
      </section>
      {behind && <Rows behind={behind} onClose={() => setBehind(null)} />}
    </main>
  );
}

function Figure({ now, figure, onOpen }: { now: BoardNow; figure: (typeof shown)[number]; onOpen: () => void }) {
  const t = useTexts('screen');
  const value = now.figures[figure];
  const count = typeof value === 'number' ? value : value.now;
  return (
    <button type="button" className="screen-figure" data-late={(figure === 'overdue' && count > 0) || undefined} onClick={onOpen}>
      <span>{t(`figure.${figure}`)}</span>
      <strong>{count}</strong>
      {typeof value !== 'number' && <small>{value.usual === null ? t('noUsual') : t('usual', { count: value.usual })}</small>}
    </button>
  );
}

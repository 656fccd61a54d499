import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { Empty } from '../../kit/empty.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { distanceText, metresBetween, type Position, usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { meets, useSession } from '../../shell/session.tsx';
import { send, useBook } from './book.ts';
import type { Today } from './book-entry.ts';
import { BookList } from './book-list.tsx';
import { CheckIn } from './check-in.tsx';
import { Duty } from './duty.tsx';
import { Note, type NoteKind } from './note.tsx';
import './patrol.css';

type Point = Today['points'][number];

/** The officer's day: duty, the points of today, findings, visits and the diary; all of it works without a network. */
export default function PatrolPage() {
  const t = useTexts('patrol');
  const dates = useDates();
  const session = useSession();
  const book = useBook();
  const [here, setHere] = useState<(Position & { accuracy: number }) | null>(null);
  const position = usePosition(setHere);
  const [point, setPoint] = useState<Point | null>(null);
  const [note, setNote] = useState<NoteKind | null>(null);
  const { kept, by } = book;
  const today = kept?.today ?? null;
  if (session && !meets(session, 'patrol.walk'))
    return (
      <main id="main" tabIndex={-1}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        <Empty title={t('forbidden')} icon="shield" />
      </main>
    );
  if (!by)
    return (
      <main id="main" tabIndex={-1}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {session === undefined ? (
          <Loading lines={6} />
        ) : (
          <>
            <p>{t('signIn')}</p>
            <Link to="/login" className="button button-primary button-large" search={{ back: '/m/patrol' } as never}>
              {t('shell:account.signIn')}
            </Link>
          </>
        )}
      </main>
    );
  const visited = new Set(
    book.entries.flatMap((entry) =>
      entry.body.kind === 'check-in' && entry.body.pointId && (entry.outcome?.counted ?? true) ? [entry.body.pointId] : [],
    ),
  );
  const isDone = (one: Point) => one.visitedAt !== null || visited.has(one.id);
  const rows = (today?.points ?? []).map((one) => ({ one, metres: here ? metresBetween(here, one) : null }));
  const shown = rows.toSorted((a, b) => Number(isDone(a.one)) - Number(isDone(b.one)) || (a.metres ?? 0) - (b.metres ?? 0));
  const waiting = book.entries.filter((entry) => entry.state === 'waiting').length;
  return (
    <main id="main" tabIndex={-1} className="patrol">
      <h1 tabIndex={-1}>{t('title')}</h1>
      {today && (
        <p className="field-hint">
          {t('asOf', { day: dates.day(`${today.day}T12:00:00+08:00`), areas: today.areas.map((area) => area.name).join('、') })}
        </p>
      )}
      {(book.offline || waiting > 0) && (
        <div className="note-box note-box-warn" role="status">
          <Icon name="clock" size={18} />
          <span>
            {book.offline ? t('offline') : null} {waiting > 0 && t(book.sending ? 'sending' : 'waiting', { count: waiting })}
          </span>
          {waiting > 0 && !book.sending && (
            <button type="button" className="button button-quiet" onClick={() => void send(by)}>
              {t('sendNow')}
            </button>
          )}
        </div>
      )}
      <Duty by={by} kept={kept} />
      {today?.handover && (
        <div className="note-box">
          <Icon name="log" size={18} />
          <span>
            <strong>{t('handover', { by: today.handover.by })}</strong>
            <br />
            {today.handover.text}
          </span>
        </div>
      )}
      <fieldset className="patrol-write" aria-label={t('book.title')}>
        {(['finding', 'visit', 'diary'] as const).map((kind) => (
          <button key={kind} type="button" className="button button-large" onClick={() => setNote(kind)}>
            <Icon name={kind === 'finding' ? 'warning' : kind === 'visit' ? 'people' : 'edit'} />
            {t(`write.${kind}`)}
          </button>
        ))}
      </fieldset>
      <section className="mobile-card" aria-labelledby="points-title">
        <div className="patrol-head">
          <h2 id="points-title">{t('points.title', { done: rows.filter((row) => isDone(row.one)).length, all: rows.length })}</h2>
          {rows.length > 1 && (
            <button type="button" className="button" disabled={position.asking} onClick={position.ask}>
              <Icon name="target" />
              {t('points.locate')}
            </button>
          )}
        </div>
        {position.problem && <p className="field-hint">{position.problem}</p>}
        {!today ? (
          <Loading lines={5} />
        ) : shown.length === 0 ? (
          <Empty title={t('points.none')} hint={t('points.noneHint')} icon="pin" />
        ) : (
          <ul className="mobile-list" aria-label={t('points.list')}>
            {shown.map(({ one, metres }) => (
              <li key={one.id} className="mobile-row">
                <button type="button" className="patrol-point" data-done={isDone(one) || undefined} onClick={() => setPoint(one)}>
                  <Icon name={isDone(one) ? 'check' : 'pin'} />
                  <span>
                    <strong>{one.name}</strong>
                    <small>
                      {one.plan} ·{' '}
                      {one.visitedAt
                        ? t('points.done', { time: dates.time(one.visitedAt) })
                        : visited.has(one.id)
                          ? t('kind.check-in')
                          : t('points.due', { day: dates.day(`${one.dueBy}T12:00:00+08:00`) })}
                      {metres !== null && ` · ${t('points.far', { metres: distanceText(metres) })}`}
                    </small>
                  </span>
                  <Icon name="next" size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <BookList by={by} entries={book.entries} />
      {point && (
        <CheckIn
          by={by}
          point={point}
          checklist={today?.checklists.find((list) => list.code === point.checklist) ?? null}
          onClose={() => setPoint(null)}
        />
      )}
      {note && <Note by={by} kind={note} onClose={() => setNote(null)} />}
    </main>
  );
}

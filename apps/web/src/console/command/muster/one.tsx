import { matters } from '@gongzhi/contract/matters';
import { muster } from '@gongzhi/contract/muster';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { useParam } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useTitle } from '../../../shell/title.ts';
import { ActDialog } from '../../matter/act-dialog.tsx';
import { useKind } from '../tasks/kinds.ts';
import { Counts } from './counts.tsx';
import { Log } from './log.tsx';
import { Members } from './members.tsx';
import { Needs } from './needs.tsx';
import { Posts } from './posts.tsx';
import './muster.css';

const figures = ['called', 'received', 'declined', 'signedIn', 'left'] as const;

/** One muster as its commander needs it: who is there, where they stand, what is missing, what happened. Prints as its report. */
export default function MusterPage() {
  const t = useTexts('musterDesk');
  const spoken = useSpoken();
  const dates = useDates();
  const number = useParam('number');
  const words = useKind('muster');
  const found = useCall(muster.read, { params: { number } }, { refetchInterval: 20_000 });
  const matter = useCall(matters.read, { params: { number } }).data;
  const [open, setOpen] = useState<string | null>(null);
  const board = found.data;
  useTitle(board ? `${board.title} · ${number}` : number);
  const back = <Link to="/console/musters">{t('back')}</Link>;
  if (!board)
    return (
      <main id="main" tabIndex={-1}>
        <PageHeader title={number} back={back} />
        {found.error ? <ErrorState problem={found.error} onRetry={() => void found.refetch()} /> : <Loading lines={10} />}
      </main>
    );
  const running = board.endedAt === null;
  const state = words.state(board.state);
  const offers = (matter?.actions ?? []).filter(({ action }) => action !== 'log');
  const offer = offers.find(({ action }) => action === open);
  return (
    <main id="main" tabIndex={-1} className="muster">
      <PageHeader
        back={back}
        title={board.title}
        meta={
          <span className="tasks-meta">
            {board.rehearsal && <Tag tone="violet">{t('rehearsal')}</Tag>}
            <StateTag tone={state.tone}>{state.label}</StateTag>
            <code>{number}</code>
            <span>{board.areaName}</span>
            <span>{dates.moment(board.calledAt)}</span>
            {board.address && <span>{board.address}</span>}
          </span>
        }
        actions={
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="log" />
            {t('print')}
          </button>
        }
      />
      {board.rehearsal && <p className="muster-rehearsal">{t('rehearsalNote')}</p>}
      <p className="tasks-body">{board.body}</p>
      <dl className="muster-figures muster-large">
        {figures.map((figure) => (
          <div key={figure} className="card">
            <dt>{t(`figure.${figure}`)}</dt>
            <dd>{board[figure]}</dd>
          </div>
        ))}
        <div className="card">
          <dt>{t('figure.minutes')}</dt>
          <dd>{board.minutesToSignIn ?? '—'}</dd>
        </div>
      </dl>
      <div className="tasks-columns">
        <div>
          <Posts number={number} board={board} running={running} />
          <Log number={number} lines={board.log} open={board.state !== 'reported' && board.state !== 'cancelled'} />
          <Members number={number} running={running} />
        </div>
        <div>
          <section className="card tasks-card muster-noprint">
            <h2>{t('acts')}</h2>
            {running && (
              <p className="muster-code">
                <span>{t('code')}</span> <strong>{board.code}</strong>
                <small>{t('codeHint')}</small>
              </p>
            )}
            {offers.length === 0 && <p className="field-hint">{t('noActs')}</p>}
            <div className="tasks-acts">
              {offers.map((one) => (
                <button
                  key={one.action}
                  type="button"
                  className={`button ${one.weight === 'primary' ? 'button-primary' : one.weight === 'danger' ? 'button-danger' : ''}`}
                  onClick={() => setOpen(one.action)}
                >
                  {spoken(one.label)}
                </button>
              ))}
            </div>
          </section>
          <Counts number={number} counts={board.counts} running={running} />
          <Needs number={number} needs={board.needs} running={running} />
          <section className="card tasks-card">
            <h2>{t('teams.title')}</h2>
            <table className="tasks-table tasks-numbers">
              <caption className="visually-hidden">{t('teams.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('teams.team')}</th>
                  <th scope="col">{t('figure.called')}</th>
                  <th scope="col">{t('figure.signedIn')}</th>
                </tr>
              </thead>
              <tbody>
                {board.byTeam.map((row) => (
                  <tr key={row.team}>
                    <th scope="row">{row.team}</th>
                    <td>{row.called}</td>
                    <td>{row.signedIn}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      </div>
      {matter && offer && (
        <ActDialog key={offer.action} matter={matter} offer={offer} onDone={() => void found.refetch()} onClose={() => setOpen(null)} />
      )}
    </main>
  );
}

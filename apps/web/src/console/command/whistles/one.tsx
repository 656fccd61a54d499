import { matters } from '@gongzhi/contract/matters';
import { supervision } from '@gongzhi/contract/supervision';
import { whistles } from '@gongzhi/contract/whistles';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DueText } from '../../../kit/due-text.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { MapView } from '../../../kit/map-view.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { Timeline } from '../../../kit/timeline.tsx';
import { useParam } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { keyOf, useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { useTitle } from '../../../shell/title.ts';
import { useDistrict } from '../../matter/district.ts';
import { useCaseKind } from '../../matter/kind.ts';
import { MatterActs } from '../matter-acts.tsx';
import { Units } from './units.tsx';
import '../command.css';

/** One whistle: what it is about, what each unit did until when, what happened, and what may be done now. */
export default function WhistlePage() {
  const t = useTexts('whistles');
  const dates = useDates();
  const may = useMay();
  const client = useQueryClient();
  const number = useParam('number');
  const kind = useCaseKind('whistle');
  const { layers } = useDistrict();
  const found = useCall(matters.read, { params: { number } });
  const answered = useCall(whistles.one, { params: { number } });
  const cards = useCall(supervision.list, { query: { matter: number, limit: 20 } }).data?.items ?? [];
  const [showing, setShowing] = useState(false);
  const code = useCall(whistles.sceneCode, { params: { number } }, { enabled: showing, staleTime: 0 }).data;
  const matter = found.data;
  const whistle = answered.data;
  useTitle(matter ? `${matter.title} · ${number}` : number);
  const back = <Link to={'/console/whistles' as never}>{t('back')}</Link>;
  if (!matter || !whistle) {
    const error = found.error ?? answered.error;
    return (
      <main id="main" tabIndex={-1}>
        <PageHeader title={number} back={back} />
        {error ? <ErrorState problem={error} onRetry={() => void found.refetch()} /> : <Loading lines={8} />}
      </main>
    );
  }
  const details = matter.details as {
    asks?: { kind: 'objection' | 'designation'; organisationId: string; reason: string; by: string }[];
    powers?: { power: 'coordination' | 'supervision'; note: string; at: string; by: string }[];
  };
  const nameOf = (id: string) => whistle.units.find((unit) => unit.organisation.id === id)?.organisation.name ?? '';
  const state = kind.state(matter.state);
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        back={back}
        title={matter.title}
        meta={
          <span className="command-buttons">
            <code>{number}</code>
            <StateTag tone={state.tone}>{state.label}</StateTag>
            <Tag tone={whistle.ground === 'emergency' ? 'red' : 'blue'}>{t(`ground.${whistle.ground}`)}</Tag>
            <span>
              {t('by')} {whistle.whistler.name}
            </span>
            <span>{t('opened', { at: dates.moment(matter.openedAt) })}</span>
            <DueText dueAt={matter.dueAt} endedAt={matter.closedAt} />
          </span>
        }
        actions={
          may('whistle.blow') &&
          !matter.closedAt && (
            <button type="button" className="button" onClick={() => setShowing(true)}>
              <Icon name="key" />
              {t('code.show')}
            </button>
          )
        }
      />
      <div className="command-columns">
        <div>
          <section className="card command-card" aria-labelledby="whistle-body">
            <h2 id="whistle-body">{t('body')}</h2>
            <p>{matter.body}</p>
          </section>
          <Units units={whistle.units} />
          <section className="card command-card" aria-labelledby="whistle-problems">
            <h2 id="whistle-problems">{t('problems', { count: whistle.problemList.length })}</h2>
            <ul className="command-list">
              {whistle.problemList.map((problem) => (
                <li key={problem.no}>
                  {problem.case ? (
                    <Link to={'/console/cases/$number' as never} params={{ number: problem.case } as never}>
                      {problem.title}
                    </Link>
                  ) : (
                    problem.title
                  )}{' '}
                  {problem.categoryName && <Tag>{problem.categoryName}</Tag>}
                </li>
              ))}
            </ul>
          </section>
          <section className="card command-card" aria-labelledby="whistle-history">
            <h2 id="whistle-history">{t('history')}</h2>
            <Timeline
              label={t('history')}
              items={matter.entries.toReversed().map((entry) => ({
                ...{ id: entry.no, at: entry.at, body: entry.note, tone: kind.state(entry.to).tone },
                title: entry.action === 'raise' ? t('blow') : kind.action(entry.action),
                by: [entry.actor.organisation, entry.actor.post, entry.actor.name].filter(Boolean).join(' · '),
              }))}
            />
          </section>
        </div>
        <div>
          <MatterActs
            matter={matter}
            title={t('acts')}
            none={t('noActs')}
            onDone={() => void client.invalidateQueries({ queryKey: keyOf(whistles.one) })}
          />
          {(details.asks?.length ?? 0) > 0 && (
            <section className="card command-card" aria-labelledby="whistle-asks">
              <h2 id="whistle-asks">{t('asks')}</h2>
              <ul className="command-list">
                {details.asks?.map((ask) => (
                  <li key={`${ask.kind} ${ask.organisationId}`}>
                    {t(`ask.${ask.kind}`, { unit: nameOf(ask.organisationId), reason: ask.reason })}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {cards.length > 0 && (
            <section className="card command-card" aria-labelledby="whistle-cards">
              <h2 id="whistle-cards">{t('cards')}</h2>
              <ul className="command-list">
                {cards.map((card) => (
                  <li key={card.number}>
                    <Link to={'/console/supervision/$number' as never} params={{ number: card.number } as never}>
                      {card.organisation.name}：{card.reason}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {(details.powers?.length ?? 0) > 0 && (
            <section className="card command-card" aria-labelledby="whistle-powers">
              <h2 id="whistle-powers">{t('powers')}</h2>
              <ul className="command-list">
                {details.powers?.map((use) => (
                  <li key={use.at}>
                    <Tag tone="violet">{t(`power.${use.power}`)}</Tag> {use.note}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {matter.location && (
            <section className="card command-card" aria-labelledby="whistle-scene">
              <h2 id="whistle-scene">{t('scene')}</h2>
              <p>{matter.address ?? matter.areaName}</p>
              <MapView label={t('scene')} height="14rem" layers={layers} marker={matter.location} />
            </section>
          )}
        </div>
      </div>
      {showing && (
        <Dialog open title={t('code.title')} onClose={() => setShowing(false)}>
          <p className="command-code">{code?.code ?? '……'}</p>
          {code && <p>{t('code.hint', { until: dates.time(code.until) })}</p>}
        </Dialog>
      )}
    </main>
  );
}

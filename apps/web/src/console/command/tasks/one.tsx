import { matters } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { DueText } from '../../../kit/due-text.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { StateTag, Tag } from '../../../kit/state-tag.tsx';
import { Timeline } from '../../../kit/timeline.tsx';
import { useParam } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { useTitle } from '../../../shell/title.ts';
import { Sheets } from '../../../task-sheets/sheets.tsx';
import { ActDialog } from '../../matter/act-dialog.tsx';
import { Findings } from './checked.tsx';
import { useKind } from './kinds.ts';
import './tasks.css';

interface Details {
  type?: string;
  basis?: string | null;
  budget?: number;
  minutes?: number;
  from?: string;
  to?: string;
  frequency?: string;
  level?: string;
  admission?: string | null;
  rule?: { zh: string; en: string } | null;
  refusedBy?: { zh: string; en: string } | null;
  lists?: Parameters<typeof Findings>[0]['lists'];
  ahead?: number;
  short?: boolean;
  departmentName?: string;
}

/** One task in a community, or one application for admission: what is asked, by what rule, what happened, what may be done. */
export default function TaskPage() {
  const t = useTexts('departmentTasks');
  const spoken = useSpoken();
  const may = useMay();
  const dates = useDates();
  const number = useParam('number');
  const found = useCall(matters.read, { params: { number } });
  const matter = found.data;
  const words = useKind(matter?.kind ?? 'task');
  const [open, setOpen] = useState<string | null>(null);
  useTitle(matter ? `${matter.title} · ${number}` : number);
  const back = <Link to="/console/tasks">{t('back')}</Link>;
  if (!matter)
    return (
      <main id="main" tabIndex={-1}>
        <PageHeader title={number} back={back} />
        {found.error ? <ErrorState problem={found.error} onRetry={() => void found.refetch()} /> : <Loading lines={8} />}
      </main>
    );
  const details = matter.details as Details;
  const offer = matter.actions.find(({ action }) => action === open);
  const state = words.state(matter.state);
  const rule = details.refusedBy ?? details.rule;
  const facts: [string, string | null | undefined][] = [
    [t('one.basis'), details.basis],
    [t('one.term'), `${details.from} – ${details.to}`],
    [t('one.budget'), details.budget ? t('one.yuan', { count: details.budget }) : null],
    [t('one.minutes'), details.minutes ? t('one.minutesOf', { count: details.minutes }) : null],
    [t('one.frequency'), `${t(`form.frequencies.${details.frequency}`)} · ${t(`form.levels.${details.level}`)}`],
    [t('one.admission'), details.admission],
  ];
  return (
    <main id="main" tabIndex={-1} className="tasks">
      <PageHeader
        back={back}
        title={matter.title}
        meta={
          <span className="tasks-meta">
            <StateTag tone={state.tone}>{state.label}</StateTag>
            <code>{number}</code>
            <Tag>{t(`form.types.${details.type}`)}</Tag>
            <Tag tone="blue">{details.departmentName}</Tag>
            <span>{matter.areaName}</span>
            <span>{dates.moment(matter.openedAt)}</span>
          </span>
        }
        actions={
          matter.kind === 'task-admission' &&
          matter.state === 'admitted' &&
          may('task.apply') && (
            <Link to="/console/tasks/apply" search={{ admission: number } as never} className="button button-primary">
              {t('placeUnder')}
            </Link>
          )
        }
      />
      <div className="tasks-columns">
        <div className="tasks-main">
          {rule && (
            <p className="tasks-rule">
              <Icon name="warning" />
              {t(details.refusedBy ? 'one.refusedBy' : 'one.unadmitted', { rule: spoken(rule) })}
            </p>
          )}
          <section className="card tasks-card">
            <h2>{t('one.body')}</h2>
            <p className="tasks-body">{matter.body}</p>
            <dl className="tasks-facts">
              {facts.map(([name, value]) =>
                value ? (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
          {matter.kind === 'task' && (
            <section className="card tasks-card">
              <h2>{t('one.sheets')}</h2>
              <Sheets number={number} />
            </section>
          )}
          {details.lists && (
            <section className="card tasks-card">
              <h2>{t('checked.title')}</h2>
              <Findings lists={details.lists} />
              <p className="field-hint">{t(details.short ? 'one.short' : 'one.ahead', { count: details.ahead ?? 0 })}</p>
            </section>
          )}
        </div>
        <div className="tasks-side">
          <section className="card tasks-card">
            <h2>{t('one.acts')}</h2>
            {matter.actions.length === 0 && <p className="field-hint">{t('one.noActs')}</p>}
            <div className="tasks-acts">
              {matter.actions.map((one) => (
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
            {matter.clocks.some((clock) => !clock.stoppedAt) && (
              <>
                <h3>{t('one.clocks')}</h3>
                <ul className="tasks-findings">
                  {matter.clocks
                    .filter((clock) => !clock.stoppedAt)
                    .map((clock) => (
                      <li key={clock.id}>
                        <strong>{words.clock(clock.name)}</strong>{' '}
                        <DueText dueAt={clock.dueAt} paused={clock.pauses.some(({ to }) => to === null)} />
                        <small>{clock.rule}</small>
                      </li>
                    ))}
                </ul>
              </>
            )}
          </section>
          <section className="card tasks-card">
            <h2>{t('one.history')}</h2>
            <Timeline
              label={t('one.history')}
              items={matter.entries
                .map((entry) => ({
                  id: entry.no,
                  at: entry.at,
                  title: words.action(entry.action),
                  by: [entry.actor.name, entry.actor.organisation].filter(Boolean).join(' · '),
                  body: entry.note ?? undefined,
                  tone: words.state(entry.to).tone,
                }))
                .toSorted((a, b) => b.id - a.id)}
            />
          </section>
        </div>
      </div>
      {offer && <ActDialog key={offer.action} matter={matter} offer={offer} onClose={() => setOpen(null)} />}
    </main>
  );
}

import { supervision } from '@gongzhi/contract/supervision';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { DueText } from '../../../kit/due-text.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { useProblemText } from '../../../kit/problem-text.ts';
import { StateTag } from '../../../kit/state-tag.tsx';
import { Timeline } from '../../../kit/timeline.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useParam } from '../../../shell/address.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { useTitle } from '../../../shell/title.ts';
import { LinesField } from '../../admin/fields.tsx';
import { useCaseKind } from '../../matter/kind.ts';
import { cardTones, GradeTag } from './grade-tag.tsx';
import '../command.css';

const moments = ['startedAt', 'dueAt', 'passedAt', 'replyDue', 'at'];
const told = [
  'clock',
  'startedAt',
  'dueAt',
  'percent',
  'passedAt',
  'satisfaction',
  'reopens',
  'reworks',
  'card',
  'replyDue',
  'at',
] as const;

/** One card: which rule led to it, what it saw, what was replied, and what may be done now. */
export default function CardPage() {
  const t = useTexts('supervision');
  const dates = useDates();
  const spoken = useSpoken();
  const say = useProblemText();
  const number = useParam('number');
  const found = useCall(supervision.read, { params: { number } });
  const [action, setAction] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const card = found.data;
  const kind = useCaseKind(card?.matter.kind ?? 'case');
  const act = useAct(supervision.act, {
    stale: [supervision.list, supervision.read, supervision.figures],
    onDone: () => {
      toast(t('done'), 'done');
      setAction(null);
      setNote('');
    },
    onProblem: () => void found.refetch(),
  });
  useTitle(card ? `${card.matter.title} · ${number}` : number);
  const back = <Link to={'/console/supervision' as never}>{t('back')}</Link>;
  if (!card)
    return (
      <main id="main" tabIndex={-1}>
        <PageHeader title={number} back={back} />
        {found.error ? <ErrorState problem={found.error} onRetry={() => void found.refetch()} /> : <Loading lines={6} />}
      </main>
    );
  const value = (key: string, fact: unknown) =>
    moments.includes(key)
      ? dates.moment(String(fact))
      : key === 'clock'
        ? kind.clock(String(fact))
        : key === 'percent'
          ? `${fact} %`
          : String(fact);
  const last = act.error?.document.last as { by: string; note: string } | undefined;
  const path = card.matter.kind === 'whistle' ? '/console/whistles/$number' : '/console/cases/$number';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        back={back}
        title={card.matter.title}
        meta={
          <span className="command-buttons">
            <code>{number}</code>
            <GradeTag grade={card.grade} />
            <StateTag tone={cardTones[card.state]}>{t(`state.${card.state}`)}</StateTag>
            <span>{card.organisation.name}</span>
            <span>{t('issued', { at: dates.moment(card.issuedAt), by: card.issuedBy })}</span>
            <DueText dueAt={card.replyDue} endedAt={card.repliedAt ?? card.endedAt} />
          </span>
        }
      />
      <div className="command-columns">
        <div>
          <section className="card command-card" aria-labelledby="card-why">
            <h2 id="card-why">{t('why')}</h2>
            <table className="command-table">
              <tbody>
                <tr>
                  <th scope="row">{t('rule')}</th>
                  <td>{card.rule ? t('ruleOf', { name: spoken(card.rule.name), version: card.rule.version }) : t('byHand')}</td>
                </tr>
                <tr>
                  <th scope="row">{t('reason')}</th>
                  <td>{card.reason}</td>
                </tr>
                {told
                  .filter((key) => card.facts[key] !== undefined && card.facts[key] !== null)
                  .map((key) => (
                    <tr key={key}>
                      <th scope="row">{t(`facts.${key}`)}</th>
                      <td>{value(key, card.facts[key])}</td>
                    </tr>
                  ))}
                <tr>
                  <th scope="row">{t('matter')}</th>
                  <td>
                    <Link to={path as never} params={{ number: card.matter.number } as never}>
                      {card.matter.number}
                    </Link>
                  </td>
                </tr>
              </tbody>
            </table>
            {[
              ['from', card.escalatedFrom],
              ['to', card.escalatedTo],
            ].map(([key, other]) =>
              other ? (
                <Link key={key} to={'/console/supervision/$number' as never} params={{ number: other } as never}>
                  {t(key as 'from', { number: other })}
                </Link>
              ) : null,
            )}
          </section>
          <section className="card command-card" aria-labelledby="card-steps">
            <h2 id="card-steps">{t('steps')}</h2>
            <Timeline
              label={t('steps')}
              items={card.steps.toReversed().map((step) => ({
                ...{ id: step.no, at: step.at, title: spoken(step.label), body: step.note },
                by: [step.organisation, step.by].filter(Boolean).join(' · '),
              }))}
            />
          </section>
        </div>
        <section className="card command-card" aria-labelledby="card-acts">
          <h2 id="card-acts">{t('acts')}</h2>
          {card.actions.length === 0 && <p className="command-quiet">{t('noActs')}</p>}
          <div className="command-buttons">
            {card.actions.map((offer) => (
              <button
                key={offer.action}
                type="button"
                className={`button ${offer.weight === 'primary' ? 'button-primary' : offer.weight === 'danger' ? 'button-danger' : ''}`}
                aria-expanded={action === offer.action}
                onClick={() => setAction(offer.action)}
              >
                {spoken(offer.label)}
              </button>
            ))}
          </div>
          {action && card.actions.some((offer) => offer.action === action) && (
            <form
              className="command-form"
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate({ params: { number, action }, body: { version: card.version, note } });
              }}
            >
              <LinesField label={t('note')} required maxLength={2000} value={note} onChange={setNote} />
              <div className="command-buttons">
                <button type="submit" className="button button-primary" disabled={act.isPending || note.trim().length < 2}>
                  {t('send')}
                </button>
                <button type="button" className="button" onClick={() => setAction(null)}>
                  {t('cancel')}
                </button>
              </div>
            </form>
          )}
          {act.error && (
            <p className="field-problem" role="alert">
              {say(act.error)} {last && t('passed', { by: last.by, note: last.note })}
            </p>
          )}
        </section>
      </div>
    </main>
  );
}

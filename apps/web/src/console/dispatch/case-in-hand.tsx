import { cases } from '@gongzhi/contract/cases';
import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../../kit/dates.ts';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { Tag } from '../../kit/state-tag.tsx';
import type { ApiProblem } from '../../shell/api.ts';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { ActDialog } from '../matter/act-dialog.tsx';
import { CaseDue, CaseLink, CaseState, PendingTag, UrgencyTag } from '../matter/marks.tsx';
import { suggestedAct, suggestedInput } from '../matter/suggested-act.ts';
import { SuggestionFacts } from '../matter/suggestion-panel.tsx';
import { returnsOf } from './returns.ts';

interface CaseInHandProps {
  number: string;
  /** Takes over the suggestion; the desk goes on by itself. */
  onTake: (matter: MatterDetail) => void;
  busy: boolean;
  problem: ApiProblem | null;
}

const shortcuts = { reject: 'r', divert: 'd', join: 'b', dispatch: 'p', file: 'f' } as const;

/** The case at the desk: what was said, why it came back, what is suggested and what may be done. */
export function CaseInHand({ number, onTake, busy, problem }: CaseInHandProps) {
  const t = useTexts('dispatch');
  const dates = useDates();
  const spoken = useSpoken();
  const say = useProblemText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const read = useCall(matters.read, { params: { number } });
  const found = useCall(cases.suggestFor, { params: { number } }, { staleTime: 30_000 }).data;
  const similar = useCall(cases.similar, { params: { number } }, { staleTime: 60_000 }).data?.items ?? [];
  const matter = read.data;
  const suggested = matter ? suggestedAct(matter, found) : null;
  const offers = matter?.actions ?? [];
  const take = () => {
    if (matter && suggested && !busy) onTake(matter);
  };
  useKeys(t('one.label'), [
    {
      keys: 'Enter',
      label: t('keys.take'),
      // Enter on a link or a button means that one, except on a row of the queue, which only says which case is in hand.
      run: ({ target }) => {
        const control = (target as Element | null)?.closest?.('a, button, summary');
        if (control instanceof HTMLElement && !control.closest('.dispatch-list')) control.click();
        else take();
      },
    },
    ...(Object.keys(shortcuts) as (keyof typeof shortcuts)[]).map((action) => ({
      keys: shortcuts[action],
      label: t(`keys.${action}`),
      run: () => offers.some((offer) => offer.action === action) && setOpen(action),
    })),
    {
      keys: 'o',
      label: t('keys.open'),
      run: () => void navigate({ to: '/console/cases/$number', params: { number } as never }),
    },
  ]);
  if (read.error) return <ErrorState problem={read.error} onRetry={() => void read.refetch()} />;
  if (!matter) return <Loading lines={8} />;
  const chosen = offers.find(({ action }) => action === open);
  const initial = suggestedInput(chosen?.action ?? '', matter, found) ?? (chosen?.action === 'join' ? joinTo(similar) : undefined);
  const returned = returnsOf(matter);
  const ask = matter.details.ask as { by?: string; reason?: string } | null | undefined;
  return (
    <article className="dispatch-one" aria-label={t('one.label')}>
      <header>
        <h2>
          {matter.title} <UrgencyTag urgency={matter.urgency} />
        </h2>
        <p className="dispatch-line">
          <CaseState state={matter.state} />
          <PendingTag pending={matter.pending} />
          <CaseDue matter={matter} />
          <Tag>{t(`matter:channel.${matter.channel}`)}</Tag>
          <Tag tone="blue">{matter.categoryName ?? t('matter:uncategorised')}</Tag>
          <Link to="/console/cases/$number" params={{ number } as never}>
            {t('one.open')}
          </Link>
        </p>
        <p className="dispatch-line">
          <Icon name="pin" size={16} /> {[matter.areaName, matter.address].filter(Boolean).join(' · ')}
          <small>{dates.ago(matter.openedAt)}</small>
        </p>
      </header>
      {returned.map((said) => (
        <p key={said.no} className="dispatch-returned" role="note">
          <Icon name="warning" size={16} /> {t(`one.${said.kind}`, { unit: said.unit, reason: said.reason })}
        </p>
      ))}
      {matter.pending && ask?.reason && returned[0]?.reason !== ask.reason && (
        <p className="dispatch-returned" role="note">
          <Icon name="info" size={16} /> {t('one.asked', { name: ask.by ?? '', reason: ask.reason })}
        </p>
      )}
      <p className="dispatch-body">{matter.body}</p>
      {found && (
        <section className="dispatch-suggestion" aria-label={t('matter:suggest.title')}>
          <SuggestionFacts found={found} />
          {suggested ? (
            <button type="button" className="button button-primary button-large" disabled={busy} onClick={take}>
              <Icon name="check" />
              {suggested.action === 'file' && !found.unit
                ? t('matter:suggest.takeFile', { name: matter.categoryName ?? found.categories[0]?.name ?? '' })
                : t('matter:suggest.takeDispatch', { name: found.unit?.name ?? '' })}
              <KeyHint keys="Enter" />
            </button>
          ) : (
            <p className="field-hint">{t('one.noSuggestion')}</p>
          )}
          {problem && (
            <p className="field-problem" role="alert">
              {say(problem)}
            </p>
          )}
        </section>
      )}
      <fieldset className="dispatch-acts">
        <legend className="visually-hidden">{t('one.others')}</legend>
        {offers.map((offer) => (
          <button
            key={offer.action}
            type="button"
            className={`button ${offer.weight === 'danger' ? 'button-danger' : offer.weight === 'primary' && !suggested ? 'button-primary' : ''}`}
            onClick={() => setOpen(offer.action)}
          >
            {spoken(offer.label)}
            {offer.action in shortcuts && <KeyHint keys={shortcuts[offer.action as keyof typeof shortcuts]} />}
          </button>
        ))}
      </fieldset>
      {similar.length > 0 && (
        <section className="dispatch-similar" aria-label={t('one.similar')}>
          <h3>{t('one.similar')}</h3>
          <ul>
            {similar.slice(0, 4).map((one) => (
              <li key={one.matter.number} className="dispatch-line">
                <CaseLink matter={one.matter} />
                <CaseState state={one.matter.state} />
                {one.reasons.map((reason) => (
                  <Tag key={reason}>{reason}</Tag>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {chosen && (
        <ActDialog
          key={chosen.action}
          matter={matter}
          offer={chosen}
          {...(initial ? { initial } : {})}
          aside={found && (chosen.action === 'file' || chosen.action === 'dispatch') ? <SuggestionFacts found={found} /> : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </article>
  );
}

/** The likeliest duplicate that is still open, as what a join begins with. */
function joinTo(similar: readonly { matter: { number: string; closedAt: string | null } }[]): Record<string, unknown> | undefined {
  const first = similar.find(({ matter }) => matter.closedAt === null);
  return first ? { to: first.matter.number } : undefined;
}

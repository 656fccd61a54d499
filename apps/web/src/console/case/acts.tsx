import { cases } from '@gongzhi/contract/cases';
import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { toast } from '../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useAct, useCall } from '../../shell/query.ts';
import { ActDialog } from '../matter/act-dialog.tsx';
import { staleAfterAct } from '../matter/stale.ts';
import { suggestedAct, suggestedInput } from '../matter/suggested-act.ts';
import { SuggestionFacts } from '../matter/suggestion-panel.tsx';

/** What this person may do now, the weighty acts first, with what the product suggests beside filing and dispatching. */
export function Acts({ matter, joinTo, onJoinClosed }: { matter: MatterDetail; joinTo: string | null; onJoinClosed: () => void }) {
  const t = useTexts('case');
  const spoken = useSpoken();
  const say = useProblemText();
  const [open, setOpen] = useState<string | null>(null);
  const asksSuggestion = matter.actions.some(({ action }) => action === 'file' || action === 'dispatch');
  const found = useCall(cases.suggestFor, { params: { number: matter.number } }, { enabled: asksSuggestion, staleTime: 60_000 }).data;
  const suggested = asksSuggestion ? suggestedAct(matter, found) : null;
  const take = useAct(matters.act, { stale: staleAfterAct, onDone: () => toast(t('matter:suggest.taken')) });
  const of = (weight: string) => matter.actions.filter((offer) => offer.weight === weight);
  const sorted = [...of('primary'), ...of('normal'), ...of('danger')];
  const first = of('primary')[0];
  const chosen = matter.actions.find(({ action }) => action === (joinTo ? 'join' : open));
  useKeys(t('acts.title'), [
    ...(first ? [{ keys: 'a', label: spoken(first.label), run: () => setOpen(first.action) }] : []),
    ...(sorted.some(({ action }) => action === 'note') ? [{ keys: 'n', label: t('acts.note'), run: () => setOpen('note') }] : []),
  ]);
  const takeWords =
    suggested?.action === 'file'
      ? t('matter:suggest.takeFile', { name: matter.categoryName ?? found?.categories[0]?.name ?? '' })
      : t('matter:suggest.takeDispatch', { name: found?.unit?.name ?? '' });
  return (
    <section className="card case-card case-acts" aria-labelledby="case-acts">
      <h2 id="case-acts">
        {t('acts.title')} {first && <KeyHint keys="a" />}
      </h2>
      {sorted.length === 0 && <p className="field-hint">{t('acts.none')}</p>}
      <div className="case-acts-buttons">
        {sorted.map((offer) => (
          <button
            key={offer.action}
            type="button"
            className={`button ${offer.weight === 'primary' ? 'button-primary' : offer.weight === 'danger' ? 'button-danger' : ''}`}
            onClick={() => setOpen(offer.action)}
          >
            {spoken(offer.label)}
          </button>
        ))}
      </div>
      {asksSuggestion && found && (
        <div className="case-suggestion">
          <h3>{t('matter:suggest.title')}</h3>
          <SuggestionFacts found={found} />
          {suggested && (
            <button
              type="button"
              className="button button-primary button-wide"
              disabled={take.isPending}
              onClick={() =>
                take.mutate({
                  params: { number: matter.number, action: suggested.action },
                  body: { version: matter.version, input: suggested.input },
                })
              }
            >
              <Icon name="check" />
              {takeWords}
            </button>
          )}
          {take.error && (
            <p className="schema-form-problem" role="alert">
              {say(take.error)}
            </p>
          )}
        </div>
      )}
      {chosen && (
        <ActDialog
          key={chosen.action}
          matter={matter}
          offer={chosen}
          {...initialOf(joinTo ? { to: joinTo } : suggestedInput(chosen.action, matter, found))}
          aside={found && (chosen.action === 'file' || chosen.action === 'dispatch') ? <SuggestionFacts found={found} /> : undefined}
          onClose={() => {
            setOpen(null);
            onJoinClosed();
          }}
        />
      )}
    </section>
  );
}

const initialOf = (initial: Record<string, unknown> | undefined) => (initial ? { initial } : {});

import { cases } from '@gongzhi/contract/cases';
import { matters } from '@gongzhi/contract/matters';
import { useEffect, useRef, useState } from 'react';
import { Field, problemAt } from '../../kit/field.tsx';
import { KeyHint, useKeys } from '../../kit/keys.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { Pills } from '../../kit/pills.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { type ApiProblem, call } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { useAct } from '../../shell/query.ts';
import { useSession } from '../../shell/session.tsx';
import { AddressField } from './address-field.tsx';
import { useSuggestions } from './asked.ts';
import { CallerHistory } from './caller.tsx';
import { caseInputOf, type Draft, emptyDraft, isWritten, keepDraft, restoreDraft } from './draft.ts';
import { PlaceField } from './place-field.tsx';
import { type Saved, SavedCall } from './saved.tsx';
import { CategorySuggestions, Duplicates } from './suggestions.tsx';
import '../../kit/combobox.css';
import './page.css';

/** The hotline desk: a call written down on one screen without leaving the keyboard. */
export default function DeskPage() {
  const t = useTexts('desk');
  const say = useProblemText();
  const account = useSession()?.id ?? '';
  const [restored] = useState(() => restoreDraft(account, localStorage));
  const [draft, setDraft] = useState<Draft>(restored ?? emptyDraft);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [missing, setMissing] = useState(false);
  const phone = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const { joinTo } = draft;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  useEffect(() => keepDraft(account, saved ? emptyDraft : draft, localStorage), [account, draft, saved]);
  useEffect(() => phone.current?.focus(), []);
  const found = useSuggestions(draft).data;

  const open = useAct(cases.open, {
    stale: [matters.list, matters.counts, { name: 'cases.workbench' }, cases.callerHistory],
    onDone: (opened) => {
      const result: Saved = { number: opened.number, areaName: opened.areaName, dueAt: opened.dueAt, joined: null, joinRefused: null };
      if (!joinTo) {
        setSaved(result);
        return;
      }
      const input = { to: joinTo };
      call(matters.act, {
        params: { number: opened.number, action: 'join' },
        body: { version: opened.version, input },
        idempotencyKey: `join-${opened.number}`,
      })
        .then(() => setSaved({ ...result, joined: joinTo }))
        .catch((problem: ApiProblem) => setSaved({ ...result, joinRefused: say(problem) }));
    },
  });
  const save = () => {
    if (open.isPending || saved) return;
    const ready = draft.body.trim().length >= 2;
    setMissing(!ready);
    if (!ready) {
      body.current?.focus();
      return;
    }
    const shown = {
      category: found?.categories[0]?.code ?? null,
      organisation: found?.unit?.id ?? null,
      duplicates: (found?.duplicates ?? []).map(({ matter }) => matter.number),
    };
    open.mutate({ body: caseInputOf(draft, shown) });
  };
  const next = () => {
    setDraft(emptyDraft);
    setSaved(null);
    setMissing(false);
    open.reset();
    requestAnimationFrame(() => phone.current?.focus());
  };
  useKeys(t('title'), [
    { keys: 'mod+Enter', label: t('save'), run: save, inFields: true },
    { keys: 'alt+n', label: t('saved.next'), run: () => saved && next(), inFields: true },
    {
      keys: 'alt+j',
      label: t('duplicates.joinFirst'),
      inFields: true,
      run: () => change({ joinTo: joinTo ? null : (found?.duplicates[0]?.matter.number ?? null) }),
    },
    ...[1, 2, 3].map((n) => ({
      keys: `alt+${n}`,
      label: t('suggest.take', { n }),
      inFields: true,
      run: () => found?.categories[n - 1] && change({ category: found.categories[n - 1]!.code }),
    })),
  ]);
  const Category = pickers.category!;
  const problem = open.error;
  const at = (field: string) => problemAt(problem, field);
  return (
    <main id="main" tabIndex={-1} className="desk">
      <PageHeader
        title={t('title')}
        meta={restored && isWritten(draft) && !saved ? t('restored') : t('meta')}
        actions={
          isWritten(draft) &&
          !saved && (
            <button type="button" className="button button-quiet" onClick={next}>
              {t('discard')}
            </button>
          )
        }
      />
      {saved ? (
        <SavedCall saved={saved} onNext={next} />
      ) : (
        <div className="desk-columns">
          <form
            className="card desk-form"
            aria-label={t('form')}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <div className="desk-two">
              <Field id="desk-phone" label={t('phone')} required={false} problem={at('reporter.phone')}>
                <input
                  ref={phone}
                  id="desk-phone"
                  className="input"
                  inputMode="tel"
                  autoComplete="off"
                  value={draft.phone}
                  onChange={(event) => change({ phone: event.target.value })}
                />
              </Field>
              <Field id="desk-name" label={t('name')} required={false} problem={at('reporter.name')}>
                <input
                  id="desk-name"
                  className="input"
                  maxLength={40}
                  autoComplete="off"
                  value={draft.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
              </Field>
            </div>
            <Field id="desk-body" label={t('body')} problem={missing ? t('bodyMissing') : at('body')}>
              <textarea
                ref={body}
                id="desk-body"
                className="input"
                rows={5}
                maxLength={8000}
                aria-invalid={missing}
                aria-describedby="desk-body-note"
                value={draft.body}
                onChange={(event) => change({ body: event.target.value })}
              />
            </Field>
            <div className="desk-two">
              <Field id="desk-title" label={t('heading')} required={false} hint={t('headingHint')} problem={at('title')}>
                <input
                  id="desk-title"
                  className="input"
                  maxLength={120}
                  autoComplete="off"
                  value={draft.title}
                  onChange={(event) => change({ title: event.target.value })}
                />
              </Field>
              <Field id="desk-category" label={t('category')} required={false} hint={t('categoryHint')} problem={at('category')}>
                <Category
                  id="desk-category"
                  several={false}
                  max={1}
                  invalid={at('category') !== null}
                  value={draft.category ?? undefined}
                  onChange={(value) => change({ category: (value as string | undefined) ?? null })}
                />
              </Field>
            </div>
            <Field id="desk-address" label={t('address.label')} required={false} problem={at('address') ?? at('place') ?? at('areaCode')}>
              <AddressField
                id="desk-address"
                value={draft.address}
                onChange={(address) => change({ address })}
                onTake={(address) =>
                  change({
                    address: address.source === 'address' ? address.label : draft.address.trim(),
                    areaCode: address.areaCode,
                    place:
                      address.source === 'address' && address.longitude !== null && address.latitude !== null
                        ? { longitude: address.longitude, latitude: address.latitude }
                        : null,
                  })
                }
              />
            </Field>
            <div className="desk-two">
              <Field id="desk-urgency" label={t('matter:urgency.label')} group>
                <Pills
                  name="urgency"
                  value={draft.urgency}
                  onChange={(urgency) => change({ urgency })}
                  options={([1, 2, 3] as const).map((value) => ({
                    value,
                    label: t(`matter:urgency.${(['one', 'two', 'three'] as const)[value - 1]}`),
                  }))}
                />
              </Field>
              <Field id="desk-channel" label={t('channel')} group>
                <Pills
                  name="channel"
                  value={draft.channel}
                  onChange={(channel) => change({ channel })}
                  options={(['hotline', 'walk-in', 'media'] as const).map((value) => ({ value, label: t(`matter:channel.${value}`) }))}
                />
              </Field>
            </div>
            <label className="check">
              <input type="checkbox" checked={draft.confidential} onChange={(event) => change({ confidential: event.target.checked })} />
              <span>{t('confidential')}</span>
            </label>
            {problem && (
              <p className="schema-form-problem" role="alert">
                {say(problem)}
              </p>
            )}
            <div className="desk-foot">
              <button type="submit" className="button button-primary button-large" disabled={open.isPending}>
                {t(joinTo ? 'saveAndJoin' : 'save')} <KeyHint keys="mod+Enter" />
              </button>
            </div>
          </form>
          <div className="desk-side">
            <CategorySuggestions found={found} draft={draft} change={change} />
            <PlaceField draft={draft} change={change} />
            <Duplicates found={found} draft={draft} joinTo={joinTo} onJoin={(number) => change({ joinTo: number })} />
            <CallerHistory phone={draft.phone} />
          </div>
        </div>
      )}
    </main>
  );
}

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { Loading } from '../../kit/loading.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { reasonText } from '../../kit/reason-text.ts';
import { useSearchState } from '../../shell/address.ts';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { useSession } from '../../shell/session.tsx';
import type { KeptProblem } from '../outbox/entry.ts';
import { newKey, outbox, useOutbox } from '../outbox/outbox.ts';
import { useCommunities } from './area-choice.tsx';
import { type DraftName, useDraft } from './draft.ts';
import { givenPlace } from './given-place.ts';
import { useLocated } from './located.ts';
import { type Person, PersonStep, phonePattern } from './person-step.tsx';
import { PlaceStep } from './place-step.tsx';
import { bodyOf } from './request.ts';
import { Review } from './review.tsx';
import { Sent } from './sent.tsx';
import { WordsStep } from './words-step.tsx';
import './report.css';

type Step = 1 | 2 | 3;
const steps: readonly Step[] = [1, 2, 3];
const stepOf = (text: string | undefined): Step => (text === '2' ? 2 : text === '3' ? 3 : 1);

/** Three steps to a report: what, where, who. Written down as it is typed, sent through the outbox. */
export function ReportForm({ name }: { name: DraftName }) {
  const t = useTexts('report');
  const say = useProblemText();
  const language = useLanguage();
  const byStaff = name === 'case';
  const session = useSession();
  const drafting = useDraft(name);
  useCommunities();
  const { draft, photos, ready, restored } = drafting;
  const [search, setSearch] = useSearchState();
  const step = stepOf(search.step);
  const heading = useRef<HTMLHeadingElement>(null);
  const [lack, setLack] = useState<'words' | 'place' | 'phone' | null>(null);
  const [refused, setRefused] = useState<KeptProblem | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const entry = useOutbox().find((one) => one.key === key);
  const signedIn = session?.kind === 'resident';
  const ways: readonly Person['how'][] = signedIn ? ['account', 'anonymous'] : ['contact', 'anonymous'];
  const [person, setPerson] = useState<Person>({ how: 'contact', name: '', phone: '', confidential: false });
  const how = ways.includes(person.how) ? person.how : ways[0]!;

  const { outside } = useLocated(draft.place);
  const lacks = (upTo: Step) =>
    draft.words.trim().length < 2 ? 'words' : upTo > 1 && (outside || (!draft.place && !draft.areaCode)) ? 'place' : null;
  // An address with a later step, opened without what that step builds upon, starts at what is missing.
  const missing = lacks(3);
  const shown: Step = step === 1 || missing === 'words' ? 1 : step === 3 && missing === 'place' ? 2 : step;
  const go = (next: Step) => {
    setLack(null);
    setSearch({ step: next === 1 ? undefined : String(next) }, { push: true });
  };
  const given = useRef(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place in the address is taken once, when the draft is there
  useEffect(() => {
    if (!ready || !given.current.place) return;
    void givenPlace(given.current).then((found) => {
      if (found) drafting.change({ place: found.place, areaCode: '', areaName: '', ...(found.address ? { address: found.address } : {}) });
      setSearch({ place: undefined, system: undefined, address: undefined });
    });
    given.current = {};
  }, [ready]);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the occasion
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      heading.current?.focus();
    }
    first.current = false;
  }, [shown]);

  const settled = entry?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state of the entry is the occasion
  useEffect(() => {
    // Once it is kept or has arrived, the draft has done its duty. A refusal leaves it, with what was wrong.
    if (settled === 'sent' || (settled === 'waiting' && entry!.tries > 0)) drafting.clear();
    if (settled === 'refused') {
      setRefused(entry!.problem);
      // Back to the step that can answer it.
      const fields = entry!.problem?.errors?.map(({ field }) => field.replace(/^body\./, '')) ?? [];
      if (fields.some((field) => /^(place|areaCode|address)/.test(field))) setSearch({ step: '2' });
      else if (fields.some((field) => /^(body|title|category|files)/.test(field))) setSearch({ step: undefined });
      setKey(null);
      void outbox.drop(entry!.key);
    }
  }, [settled]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = lacks(shown) ?? (shown === 3 && how === 'contact' && !phonePattern.test(person.phone.trim()) ? 'phone' : null);
    setLack(lacking);
    if (lacking) return;
    if (shown < 3) return go((shown + 1) as Step);
    const fresh = newKey();
    setKey(fresh);
    setRefused(null);
    void outbox.add({
      key: fresh,
      route: name,
      by: byStaff || how === 'account' ? (session?.id ?? null) : null,
      body: bodyOf(name, draft, { ...person, how }),
      photos: photos.photos.flatMap(({ name: file, blob }) => (blob ? [{ name: file, blob }] : [])),
    });
  };
  if (!ready) return <Loading lines={6} />;
  if (entry && entry.state !== 'refused')
    return (
      <Sent
        entry={entry}
        again={() => {
          setKey(null);
          drafting.clear();
          setPerson((before) => (byStaff ? { ...before, name: '', phone: '' } : before));
          setSearch({ step: undefined });
        }}
      />
    );
  return (
    <form className="report" onSubmit={submit} noValidate>
      <ol className="report-steps" aria-label={t('steps.label')}>
        {steps.map((one) => (
          <li key={one} aria-current={one === shown ? 'step' : undefined} className={one < shown ? 'is-past' : ''}>
            <span aria-hidden="true">{one}</span>
            {t(`steps.${one}`)}
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className="report-question">
        {t(byStaff ? `steps.askStaff${shown}` : `steps.ask${shown}`)}
      </h2>
      {shown === 1 && restored && (
        <p className="note-box">
          <Icon name="info" />
          <span>
            {t('restored')}{' '}
            <button type="button" className="button" onClick={drafting.clear}>
              {t('startOver')}
            </button>
          </span>
        </p>
      )}
      {refused && (
        <p className="note-box note-box-warn" role="alert">
          <Icon name="warning" />
          <span>
            {say(refused)} {[...new Set(refused.errors?.map(({ reason }) => reasonText(reason, language)))].join(' ')}
          </span>
        </p>
      )}
      {shown === 1 && (
        <WordsStep drafting={drafting} byStaff={byStaff} problem={lack === 'words' && missing === 'words' ? t('words.missing') : null} />
      )}
      {shown === 2 && <PlaceStep drafting={drafting} joins={!byStaff} problem={lack === 'place' ? t('place.missing') : null} />}
      {shown === 3 && (
        <>
          <PersonStep
            person={{ ...person, how }}
            change={(part) => setPerson((before) => ({ ...before, ...part }))}
            ways={ways}
            byStaff={byStaff}
            problem={lack === 'phone' && !phonePattern.test(person.phone.trim()) ? t('person.phoneMissing') : null}
          />
          <Review drafting={drafting} onStep={go} />
        </>
      )}
      <div className="report-foot">
        {shown > 1 && (
          <button type="button" className="button button-large" onClick={() => go((shown - 1) as Step)}>
            {t('back')}
          </button>
        )}
        <button type="submit" className="button button-primary button-large" disabled={photos.busy || key !== null}>
          {t(shown === 3 ? 'send' : 'next')}
        </button>
      </div>
    </form>
  );
}

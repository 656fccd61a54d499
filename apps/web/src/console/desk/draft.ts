/** A call as it is being written down. */
export interface Draft {
  phone: string;
  name: string;
  title: string;
  body: string;
  category: string | null;
  address: string;
  areaCode: string | null;
  place: { longitude: number; latitude: number } | null;
  urgency: 1 | 2 | 3;
  confidential: boolean;
  channel: 'hotline' | 'walk-in' | 'media';
  /** The earlier case that this one is to join once it is recorded. */
  joinTo: string | null;
}

export const emptyDraft: Draft = {
  phone: '',
  name: '',
  title: '',
  body: '',
  category: null,
  address: '',
  areaCode: null,
  place: null,
  urgency: 1,
  confidential: false,
  channel: 'hotline',
  joinTo: null,
};

const keyOf = (account: string) => `gongzhi.desk.${account}`;

/** Whether something was written that would be missed. */
export const isWritten = (draft: Draft): boolean =>
  [draft.phone, draft.name, draft.title, draft.body, draft.address].some((text) => text.trim() !== '') || draft.place !== null;

/** A call from an earlier shift is nobody's any more, and holds a telephone number. */
const keptHours = 12;

/** What was left unfinished at this desk by this account in this shift; nothing of anybody else's. */
export function restoreDraft(account: string, storage: Pick<Storage, 'getItem'>, now: number = Date.now()): Draft | null {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(account)) ?? 'null');
    if (kept === null || typeof kept !== 'object' || !(now - kept.at < keptHours * 3_600_000)) return null;
    const draft = { ...emptyDraft, ...Object.fromEntries(Object.entries(kept).filter(([name]) => name in emptyDraft)) } as Draft;
    return typeof draft.body === 'string' && isWritten(draft) ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps what is being written; what is empty leaves nothing behind. */
export function keepDraft(account: string, draft: Draft, storage: Pick<Storage, 'setItem' | 'removeItem'>, now: number = Date.now()): void {
  if (isWritten(draft)) storage.setItem(keyOf(account), JSON.stringify({ ...draft, at: now }));
  else storage.removeItem(keyOf(account));
}

export interface Shown {
  category: string | null;
  organisation: string | null;
  duplicates: readonly string[];
}

/** The call as the server takes it, with what was suggested, so that it can be learnt from what the person chose. */
export function caseInputOf(draft: Draft, shown: Shown) {
  const text = (value: string) => value.trim() || undefined;
  const reporter = { name: text(draft.name), phone: text(draft.phone) };
  return {
    body: draft.body.trim(),
    ...(text(draft.title) ? { title: text(draft.title)! } : {}),
    ...(draft.category ? { category: draft.category } : {}),
    ...(draft.place ? { place: { ...draft.place, system: 'wgs84' as const } } : {}),
    ...(!draft.place && draft.areaCode ? { areaCode: draft.areaCode } : {}),
    ...(text(draft.address) ? { address: text(draft.address)! } : {}),
    channel: draft.channel,
    urgency: draft.urgency,
    confidential: draft.confidential,
    ...(reporter.name || reporter.phone
      ? { reporter: { ...(reporter.name ? { name: reporter.name } : {}), ...(reporter.phone ? { phone: reporter.phone } : {}) } }
      : {}),
    decision: {
      suggestedCategory: shown.category,
      suggestedOrganisation: shown.organisation,
      duplicatesShown: shown.duplicates.slice(0, 20),
    },
  };
}

/** Whether a telephone number is complete enough to ask for earlier calls. */
export const isPhone = (text: string): boolean => /^\+?\d[\d -]{5,18}\d$/.test(text.trim());

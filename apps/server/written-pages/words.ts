import type { Language } from '../../web/src/kit/bilingual.ts';
import publicTexts from '../../web/src/public/texts.ts';
import residentTexts from '../../web/src/resident/texts.ts';

export interface Words {
  language: Language;
  /** A text of the public pages: `say('wall.title')`, `say('wall.owner', { name })`. */
  say(key: string, values?: Record<string, string | number>): string;
  /** A text for residents: `resident('state.filed')`; null where there is none. */
  resident(key: string): string | null;
  /** 2026年3月1日 08:00 on the clock of the place. */
  moment(at: string): string;
}

/** A text out of a tree of texts; null where there is none. */
export function textIn(tree: unknown, key: string): string | null {
  const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], tree);
  return typeof found === 'string' ? found : null;
}

const times = Object.fromEntries(
  (['zh', 'en'] as const).map((language) => [
    language,
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

/** The words that the pages themselves use: the same texts, read by the server. */
export const wordsIn = (language: Language): Words => ({
  language,
  say: (key, values = {}) =>
    (textIn(publicTexts[language], key) ?? key).replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? '')),
  resident: (key) => textIn(residentTexts[language], key),
  moment: (at) => times[language].format(new Date(at)),
});

/** English only for a reader who prefers it to Chinese, as the pages themselves decide. */
export const languageOf = (accepted: string | undefined): Language =>
  accepted && /^en/i.test(accepted) && !/\bzh/i.test(accepted) ? 'en' : 'zh';

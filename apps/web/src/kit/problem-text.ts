import i18next from 'i18next';
import { type Language, useLanguage, useTexts } from './language.ts';

/** What a refusal looks like to the kit; `ApiProblem` of the shell is one. */
export interface Refusal {
  code: string;
  title: string;
  status: number;
  detail?: string | undefined;
  trace?: string | undefined;
  errors?: readonly { field: string; reason: string; accepted?: string }[];
}

const chinese = /[\u4e00-\u9fff]/;
const english = /[a-z]{2,} [a-z]{2,}/i;
/** Whether a sentence of the server is in the reader's language; some quote names of the other. */
const isFor = (language: Language, text: string) => (language === 'zh' ? chinese.test(text) && !english.test(text) : english.test(text));

/**
 * One sentence for a refusal: our words for codes that we know (namespace `problem`, or the kit's own for what never reached
 * the server), with the server's detail where it is in the reader's language; the server's own words otherwise.
 */
export function useProblemText(): (problem: Refusal) => string {
  const t = useTexts('kit');
  const language = useLanguage();
  return ({ code, title, detail }) => {
    if (i18next.exists(`kit:error.${code}`)) return t(`error.${code}`);
    const own = i18next.exists(`problem:${code}`) ? t(`problem:${code}`) : null;
    const more = detail && isFor(language, detail) ? detail : null;
    if (own) return more ? `${own}${language === 'zh' ? '' : ' '}${more}` : own;
    return more ?? detail ?? (title || t('error.unknown'));
  };
}

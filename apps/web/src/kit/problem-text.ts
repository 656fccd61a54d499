import i18next from 'i18next';
import { useLanguage, useTexts } from './language.ts';

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

/**
 * One sentence for a refusal: our words for codes that we know, with the server's detail where it is in the reader's
 * language; the server's own words otherwise.
 */
export function useProblemText(): (problem: Refusal) => string {
  const t = useTexts('kit');
  const language = useLanguage();
  return (problem) => {
    const own = i18next.exists(`kit:error.${problem.code}`) ? t(`error.${problem.code}`) : null;
    const { detail, title } = problem;
    const readable = detail && chinese.test(detail) === (language === 'zh') ? detail : null;
    if (own) return readable && problem.status !== 0 ? `${own}${language === 'zh' ? '' : ' '}${readable}` : own;
    return readable ?? detail ?? (title || t('error.unknown'));
  };
}

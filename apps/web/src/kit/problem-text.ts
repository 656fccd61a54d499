import i18next from 'i18next';
import { useTexts } from './language.ts';

/** What a refusal looks like to the kit; `ApiProblem` of the shell is one. */
export interface Refusal {
  code: string;
  title: string;
  status: number;
  detail?: string | undefined;
  trace?: string | undefined;
  errors?: readonly { field: string; reason: string; accepted?: string }[];
}

/** One sentence for a refusal: our own words for what never reached the server, otherwise the server's. */
export function useProblemText(): (problem: Refusal) => string {
  const t = useTexts('kit');
  return (problem) => {
    if (i18next.exists(`kit:error.${problem.code}`)) return t(`error.${problem.code}`);
    return problem.detail || problem.title || t('error.unknown');
  };
}

import type { Intelligence } from '@gongzhi/intelligence';
import type { Organisations } from '@gongzhi/organisations';
import { type SuggestibleCategory, suggestCategory } from '../rules/suggest-category.ts';

export interface SuggestedCategory {
  code: string;
  score: number;
  words: string[];
}

/** Category from the words, with the words as the reason. */
export interface CategorySuggester {
  suggest(title: string, body: string): Promise<SuggestedCategory[]>;
}

/**
 * Suggests what the model in force has learned from closed cases. Where there is none, or it does not know, the categories' own words suggest; they are
 * compiled anew only when somebody has edited them.
 */
export function categorySuggester(
  organisations: Pick<Organisations, 'categories'>,
  intelligence?: Pick<Intelligence, 'suggest'>,
): CategorySuggester {
  let version: string | undefined;
  let known: readonly SuggestibleCategory[] = [];
  return {
    async suggest(title, body) {
      const learned = await intelligence?.suggest({ title, text: body });
      if (learned && learned.length > 0) return learned;
      const categories = await organisations.categories();
      if (categories.version !== version) {
        version = categories.version;
        known = categories.all().map(({ code, words, active }) => ({ code, words, active }));
      }
      return suggestCategory({ title, body }, known);
    },
  };
}

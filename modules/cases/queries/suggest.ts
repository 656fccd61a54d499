import type { Organisations } from '@gongzhi/organisations';
import { suggestCategory } from '../rules/suggest-category.ts';

export interface SuggestedCategory {
  code: string;
  score: number;
  words: string[];
}

/** Category from the words, with the words as the reason. */
export interface CategorySuggester {
  suggest(title: string, body: string): Promise<SuggestedCategory[]>;
}

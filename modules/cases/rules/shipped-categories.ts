import type { Category } from '@gongzhi/contract/organisations';
import { catalogue } from './catalogue/index.ts';

/** The catalogue as it is stored at the first migration: all of it in use. */
export const shippedCategories: readonly Category[] = catalogue.map(({ code, parent, name, class: weight, limit, words, wall }) => ({
  code,
  parent,
  name,
  class: weight,
  limit,
  words,
  wall,
  active: true,
}));

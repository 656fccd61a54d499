export type Language = 'zh' | 'en';
type Tree = { [key: string]: string | Tree };
/** The texts of one namespace in both languages. */
export interface Texts {
  zh: Tree;
  en: Tree;
}
/** The same keys in the other language, whatever the words. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Declares texts; the compiler refuses an English side whose keys differ from the Chinese. Alone in its file: the server reads texts too. */
export function defineTexts<T extends Tree>(texts: { zh: T; en: SameKeys<T> & Tree }): Texts {
  return texts;
}

import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language, Texts } from './bilingual.ts';

export { defineTexts, type Language, type Texts } from './bilingual.ts';

const storageKey = 'gongzhi.language';
/** The language chosen before; otherwise English only for a browser that speaks no Chinese and prefers it. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('en') && !navigator.languages.some((tag) => tag.startsWith('zh')) ? 'en' : 'zh';
}

export function addTexts(namespace: string, texts: Texts): void {
  i18next.addResourceBundle('zh', namespace, texts.zh, true, true);
  i18next.addResourceBundle('en', namespace, texts.en, true, true);
}

/** The language now shown; outside components. Inside, `useLanguage`. */
export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

export async function speak(next: Language): Promise<void> {
  localStorage.setItem(storageKey, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(next);
}

/** `const t = useTexts('console')`, then `t('cases.title', { count })`. A key of another namespace: `t('kit:retry')`. */
export function useTexts(namespace: string) {
  return useTranslation(namespace).t as unknown as (key: string, values?: Record<string, unknown>) => string;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** The side of a bilingual value that is now spoken; Chinese where English is missing. */
export function useSpoken(): (value: { zh: string; en?: string | undefined } | null | undefined) => string {
  const now = useLanguage();
  return (value) => (value ? ((now === 'en' ? value.en : undefined) ?? value.zh) : '');
}

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { addTexts, language, rememberedLanguage } from '../kit/language.ts';
import kitTexts from '../kit/texts.ts';
import problemTexts from './problem-texts.ts';
import shellTexts from './texts.ts';

export * from '../kit/language.ts';

export function startLanguage(): void {
  void i18next.use(initReactI18next).init({
    lng: rememberedLanguage(),
    fallbackLng: 'zh',
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  addTexts('kit', kitTexts);
  addTexts('shell', shellTexts);
  addTexts('problem', problemTexts);
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}

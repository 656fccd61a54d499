import { speak, useLanguage, useTexts } from './language.ts';

/** One button that shows the other language in its own words. */
export function LanguageSwitch() {
  const t = useTexts('shell');
  const now = useLanguage();
  const next = now === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="button button-quiet" lang={next === 'zh' ? 'zh-CN' : 'en'} onClick={() => void speak(next)}>
      {t('otherLanguage')}
    </button>
  );
}

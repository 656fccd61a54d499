import { defineTexts } from '../shell/language.ts';

export default defineTexts({
  zh: { title: '公开' },
  en: { title: 'In public' },
});

import { defineTexts } from '../shell/language.ts';

export default defineTexts({
  zh: { title: '共治' },
  en: { title: 'Gongzhi' },
});

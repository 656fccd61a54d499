import { defineTexts } from '../../shell/language.ts';

export default defineTexts({
  zh: { title: '系统管理' },
  en: { title: 'Administration' },
});

/** Label of a field of a form: `title` is the Chinese one and `x-en` the English one; further metas shape the control. */
export const label = (zh: string, en: string, more: Record<string, unknown> = {}) => ({ title: zh, 'x-en': en, ...more });

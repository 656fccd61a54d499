import type { TaskField } from '@gongzhi/contract/tasks';

type Words = (key: string) => string;

const options = (t: Words, group: string, values: readonly string[]) => ({
  type: 'string',
  enum: values,
  'x-options': Object.fromEntries(values.map((value) => [value, t(`${group}.${value}`)])),
});

/** The form of an application (with basis and budget), of a placement without one, or of one under an admission. */
export function applySchema(t: Words, mode: 'apply' | 'place' | 'under'): Record<string, unknown> {
  const content = {
    type: { ...options(t, 'form.types', ['work', 'form', 'evaluation']), title: t('form.type'), default: 'work' },
    item: { type: 'string', title: t('form.item'), maxLength: 24 },
    minutes: { type: 'integer', title: t('form.minutes'), minimum: 0, maximum: 60000, default: 60 },
  };
  return {
    type: 'object',
    properties: {
      title: { type: 'string', title: t('form.title'), minLength: 2, maxLength: 120 },
      body: { type: 'string', title: t('form.body'), minLength: 2, maxLength: 4000, 'x-long': true },
      ...(mode === 'apply'
        ? {
            basis: { type: 'string', title: t('form.basis'), minLength: 2, maxLength: 500 },
            budget: { type: 'number', title: t('form.budget'), minimum: 0 },
          }
        : {}),
      ...(mode === 'under' ? {} : content),
      from: { type: 'string', format: 'date', title: t('form.from') },
      to: { type: 'string', format: 'date', title: t('form.to') },
      frequency: {
        ...options(t, 'form.frequencies', ['once', 'weekly', 'monthly', 'quarterly']),
        title: t('form.frequency'),
        default: 'once',
      },
      level: { ...options(t, 'form.levels', ['community', 'grid']), title: t('form.level'), default: 'community' },
      areas: { type: 'array', items: { type: 'string' }, minItems: 1, title: t('form.areas'), 'x-picker': 'area' },
      ...(mode === 'under'
        ? {}
        : {
            form: {
              type: 'array',
              title: t('form.fields'),
              default: [],
              items: {
                type: 'object',
                properties: {
                  label: { type: 'string', title: t('form.label'), maxLength: 80 },
                  type: {
                    ...options(t, 'form.fieldTypes', ['text', 'whole', 'number', 'yes-no', 'choice', 'day']),
                    title: t('form.fieldType'),
                    default: 'whole',
                  },
                  options: { type: 'string', title: t('form.options'), maxLength: 500 },
                },
              },
            },
          }),
    },
    required: ['title', 'body', 'basis', 'budget', 'from', 'to', 'areas'],
  };
}

/** Questions as they were typed, as the server takes them; empty lines are left out. */
export function fieldsOfRows(rows: unknown): Pick<TaskField, 'key' | 'label' | 'type' | 'options'>[] {
  const typed = (Array.isArray(rows) ? rows : []) as { label?: string; type?: TaskField['type']; options?: string }[];
  return typed
    .filter((row) => row.label?.trim())
    .map((row, index) => ({
      key: `f${index + 1}`,
      label: row.label!.trim(),
      type: row.type ?? 'whole',
      options: (row.options ?? '')
        .split(/[、,，;；]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    }));
}

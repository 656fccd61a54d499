import { useState } from 'react';
import { Combobox, type Option } from '../../kit/combobox.tsx';
import { Field } from '../../kit/field.tsx';
import { SchemaForm } from '../../kit/schema-form/schema-form.tsx';
import { useTexts } from '../../shell/language.ts';
import { Part } from './page.tsx';

/** The shape in which an action offers its input. */
const schema = {
  type: 'object',
  properties: {
    note: {
      type: 'string',
      minLength: 4,
      maxLength: 500,
      label: { zh: '办理说明', en: 'What was done' },
      help: { zh: '写清做了什么、结果如何。', en: 'Say what was done and what came of it.' },
    },
    outcome: {
      type: 'string',
      enum: ['solved', 'explained', 'unsolved'],
      label: { zh: '结果', en: 'Outcome' },
      labels: {
        solved: { zh: '已解决', en: 'Solved' },
        explained: { zh: '已解释', en: 'Explained' },
        unsolved: { zh: '未解决', en: 'Not solved' },
      },
    },
    until: { type: 'string', format: 'date-time', label: { zh: '预计完成时间', en: 'Expected by' } },
    people: { type: 'integer', minimum: 1, maximum: 50, label: { zh: '出动人数', en: 'People on site' } },
    told: { type: 'boolean', label: { zh: '已电话告知反映人', en: 'The reporter was told by telephone' }, default: false },
  },
  required: ['note', 'outcome', 'told'],
};
/** What a server says that refuses it. */
const refusal = { code: 'invalid-input', title: 'invalid', status: 400, errors: [{ field: 'input.people', reason: '≠ 0' }] };

const fruits: Option[] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'].map((label, index) => ({
  value: String(index),
  label,
  hint: `${index + 1}`,
}));

export function Forms() {
  const t = useTexts('kitPage');
  const [chosen, setChosen] = useState<Option[]>([]);
  const [sent, setSent] = useState<Record<string, unknown> | null>(null);
  const search = async (text: string) => fruits.filter(({ label, hint }) => label.includes(text) || hint?.includes(text));
  return (
    <Part name="SchemaForm · Field · Combobox" plain>
      <div className="kit-page-two">
        <SchemaForm
          schema={schema}
          submit={t('primary')}
          problem={sent && Number(sent.people) === 13 ? refusal : null}
          onSubmit={setSent}
        />
        <div>
          <Field id="kit-combobox" label={t('choose')} required={false} hint={t('chooseHint')}>
            <Combobox id="kit-combobox" several chosen={chosen} onChoose={setChosen} search={search} />
          </Field>
          {sent && <pre>{JSON.stringify(sent, null, 2)}</pre>}
        </div>
      </div>
    </Part>
  );
}

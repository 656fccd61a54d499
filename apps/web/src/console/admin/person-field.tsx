import { organisations } from '@gongzhi/contract/organisations';
import { type ReactNode, useId, useState } from 'react';
import { Combobox, type Option } from '../../kit/combobox.tsx';
import { Field } from '../../kit/field.tsx';
import { call } from '../../shell/api.ts';

/** Choosing a member of staff by name. The posts already held stand beside the name: two people may bear the same. */
export function PersonField({
  label,
  hint,
  problem,
  value,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  problem?: string | null;
  value: Option | null;
  onChange: (person: Option | null) => void;
}) {
  const id = useId();
  const [failed, setFailed] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <Combobox
        id={id}
        chosen={value ? [value] : []}
        invalid={Boolean(problem) || failed}
        onChoose={(chosen) => onChange(chosen[0] ?? null)}
        search={async (text, signal) => {
          try {
            const { items } = await call(organisations.listPersons, { query: { text: text || undefined, limit: 20 }, signal });
            setFailed(false);
            return items.map((person) => ({
              value: person.id,
              label: person.name,
              hint: person.posts.map((post) => `${post.organisationName} ${post.title}`).join('；') || undefined,
            }));
          } catch (error) {
            if (!signal.aborted) setFailed(true);
            throw error;
          }
        }}
      />
    </Field>
  );
}

import { organisations, type Post } from '@gongzhi/contract/organisations';
import { useState } from 'react';
import type { Option } from '../../../kit/combobox.tsx';
import { dayOf } from '../../../kit/dates.ts';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { PersonField } from '../person-field.tsx';

/** Gives a post to a person found by name, or to one who is added on the way. */
export function Appoint({ post, onClose }: { post: Post; onClose: () => void }) {
  const t = useTexts('units');
  const may = useMay();
  const [person, setPerson] = useState<Option | null>(null);
  const [fresh, setFresh] = useState(false);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const [to, setTo] = useState('');
  const appoint = useAct(organisations.appoint, {
    onDone: () => {
      toast(t('appointed'));
      onClose();
    },
  });
  const give = (personId: string) => appoint.mutate({ params: { id: post.id }, body: { personId, from, to: to || null } });
  const create = useAct(organisations.createPerson, {
    onDone: (made) => {
      // Should the appointment be refused, the person is there and stays chosen.
      setPerson({ value: made.id, label: made.name });
      setFresh(false);
      give(made.id);
    },
  });
  const problem = fresh ? create.error : appoint.error;
  return (
    <FormDialog
      title={t('appointTo', { title: `${post.organisationName} ${post.title}` })}
      action={t('appoint')}
      onClose={onClose}
      pending={create.isPending || appoint.isPending}
      problem={problem}
      disabled={from === '' || (fresh ? name.trim() === '' : person === null)}
      onSubmit={() => (fresh ? create.mutate({ body: { name: name.trim(), phone: phone.trim() || null } }) : give(person!.value))}
    >
      {fresh ? (
        <div className="admin-two">
          <TextField label={t('name')} problem={problemAt(create.error, 'name')} value={name} onChange={setName} maxLength={60} />
          <TextField
            type="tel"
            label={t('phone')}
            required={false}
            problem={problemAt(create.error, 'phone')}
            value={phone}
            onChange={setPhone}
            maxLength={20}
          />
        </div>
      ) : (
        <PersonField
          label={t('person')}
          hint={t('personHint')}
          problem={problemAt(appoint.error, 'personId')}
          value={person}
          onChange={setPerson}
        />
      )}
      {may('organisation.edit') && (
        <button type="button" className="button button-quiet units-start" onClick={() => setFresh(!fresh)}>
          {t(fresh ? 'oldPerson' : 'newPerson')}
        </button>
      )}
      <div className="admin-two">
        <TextField type="date" label={t('from')} problem={problemAt(appoint.error, 'from')} value={from} onChange={setFrom} />
        <TextField
          type="date"
          label={t('to')}
          required={false}
          hint={t('toHint')}
          problem={problemAt(appoint.error, 'to')}
          value={to}
          onChange={setTo}
        />
      </div>
    </FormDialog>
  );
}

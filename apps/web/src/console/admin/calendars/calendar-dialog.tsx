import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { Field, problemAt } from '../../../kit/field.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { PickField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';
import type { Calendar } from './year.tsx';

/** A new calendar of a place, or the name and hours of one that is there. */
export function CalendarDialog({
  calendar,
  onClose,
  onSaved,
}: {
  calendar: Calendar | undefined;
  onClose: () => void;
  onSaved: (id: string) => void;
}) {
  const t = useTexts('calendars');
  const [id, setId] = useState(calendar?.id ?? '');
  const [name, setName] = useState(calendar?.name ?? '');
  const [areaCode, setArea] = useState(calendar?.areaCode ?? '');
  const [timezone, setTimezone] = useState(calendar?.timezone ?? 'Asia/Shanghai');
  const [hours, setHours] = useState<[string, string][]>(
    calendar?.hours ?? [
      ['09:00', '12:00'],
      ['13:30', '17:30'],
    ],
  );
  const save = useAct(territory.writeCalendar, {
    onDone: (saved) => {
      toast(t('admin:saved'));
      onSaved(saved.id);
      onClose();
    },
  });
  const statutory = calendar !== undefined && calendar.areaCode === null;
  const setHour = (at: number, side: 0 | 1, value: string) =>
    setHours(hours.map((stretch, index) => (index === at ? (side === 0 ? [value, stretch[1]] : [stretch[0], value]) : stretch)));
  return (
    <FormDialog
      title={calendar ? t('settings') : t('add')}
      action={t('admin:save')}
      onClose={onClose}
      pending={save.isPending}
      problem={save.error}
      disabled={id === '' || name.trim() === '' || (!statutory && areaCode === '')}
      onSubmit={() => save.mutate({ params: { id }, body: { name: name.trim(), areaCode: statutory ? null : areaCode, timezone, hours } })}
    >
      {!calendar && (
        <TextField
          label={t('field.id')}
          hint={t('field.idHint')}
          problem={problemAt(save.error, 'id')}
          value={id}
          onChange={(value) => setId(value.toLowerCase())}
          maxLength={40}
        />
      )}
      <TextField label={t('field.name')} problem={problemAt(save.error, 'name')} value={name} onChange={setName} maxLength={60} />
      {!statutory && (
        <PickField of="area" label={t('field.area')} problem={problemAt(save.error, 'areaCode')} value={areaCode} onChange={setArea} />
      )}
      <TextField
        label={t('field.timezone')}
        problem={problemAt(save.error, 'timezone')}
        value={timezone}
        onChange={setTimezone}
        maxLength={60}
      />
      <Field id="calendar-hours" group label={t('hours')} hint={t('hoursHint')} problem={problemAt(save.error, 'hours')}>
        <div className="admin-form">
          {hours.map((stretch, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their place
            <div key={at} className="calendars-stretch">
              <input
                className="input"
                type="time"
                aria-label={t('from', { n: at + 1 })}
                value={stretch[0]}
                onChange={(event) => setHour(at, 0, event.target.value)}
              />
              <span aria-hidden="true">–</span>
              <input
                className="input"
                type="time"
                aria-label={t('to', { n: at + 1 })}
                value={stretch[1] === '24:00' ? '23:59' : stretch[1]}
                onChange={(event) => setHour(at, 1, event.target.value === '23:59' ? '24:00' : event.target.value)}
              />
              <button
                type="button"
                className="button button-quiet button-icon"
                aria-label={t('dropHours', { n: at + 1 })}
                disabled={hours.length === 1}
                onClick={() => setHours(hours.filter((_, index) => index !== at))}
              >
                <Icon name="close" />
              </button>
            </div>
          ))}
          {hours.length < 6 && (
            <button type="button" className="button" onClick={() => setHours([...hours, ['18:00', '20:00']])}>
              <Icon name="plus" />
              {t('addHours')}
            </button>
          )}
        </div>
      </Field>
    </FormDialog>
  );
}

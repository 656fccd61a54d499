import { channels } from '@gongzhi/contract/matters';
import type { Filter } from '../../kit/filter-bar.tsx';
import { useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { useCaseKind } from '../matter/kind.ts';
import type { Search } from './filter.ts';

/** A picker of the forms as a filter: several values, joined by commas in the address. */
function PickerFilter({
  picker,
  label,
  value,
  onChange,
}: {
  picker: 'area' | 'category' | 'organisation';
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const Picker = pickers[picker]!;
  const id = `filter-${picker}`;
  return (
    <span className="cases-picker">
      <label className="cases-picker-label" htmlFor={id}>
        {label}
      </label>
      <Picker
        id={id}
        value={value ? value.split(',') : []}
        several
        max={undefined}
        invalid={false}
        onChange={(next) => onChange((next as string[]).join(',') || undefined)}
      />
    </span>
  );
}

/** The filters of the list of cases, most used first. */
export function useCaseFilters(search: Search, set: (change: Record<string, string | undefined>) => void): Filter[] {
  const t = useTexts('cases');
  const kind = useCaseKind();
  const picker = (name: 'area' | 'category' | 'organisation', label: string): Filter => ({
    kind: 'own',
    key: name,
    label,
    control: <PickerFilter key={name} picker={name} label={label} value={search[name]} onChange={(value) => set({ [name]: value })} />,
  });
  return [
    { kind: 'text', key: 'text', label: t('filter.text'), width: 260 },
    {
      kind: 'choice',
      key: 'state',
      label: t('filter.state'),
      several: true,
      options: kind.states.map(({ state }) => ({ value: state, label: kind.state(state).label })),
      width: 150,
    },
    { kind: 'flag', key: 'mine', label: t('filter.mine') },
    { kind: 'flag', key: 'open', label: t('filter.open') },
    { kind: 'flag', key: 'overdue', label: t('filter.overdue') },
    { kind: 'flag', key: 'pending', label: t('filter.pending') },
    picker('area', t('filter.area')),
    picker('category', t('filter.category')),
    picker('organisation', t('filter.organisation')),
    {
      kind: 'choice',
      key: 'channel',
      label: t('filter.channel'),
      several: true,
      options: channels.map((value) => ({ value, label: t(`matter:channel.${value}`) })),
      width: 120,
    },
    {
      kind: 'choice',
      key: 'urgency',
      label: t('filter.urgency'),
      several: true,
      options: [
        { value: '1', label: t('matter:urgency.one') },
        { value: '2', label: t('matter:urgency.two') },
        { value: '3', label: t('matter:urgency.three') },
      ],
      width: 120,
    },
    { kind: 'days', from: 'from', to: 'to', label: t('filter.days') },
  ];
}

import { matters } from '@gongzhi/contract/matters';
import { organisations } from '@gongzhi/contract/organisations';
import { territory } from '@gongzhi/contract/territory';
import { useQuery } from '@tanstack/react-query';
import { Combobox, type Option } from '../kit/combobox.tsx';
import type { PickerProps, Pickers } from '../kit/schema-form/field-input.tsx';
import { call } from './api.ts';
import { useSpoken } from './language.ts';
import { useCall } from './query.ts';
import { useSession } from './session.tsx';

interface Source {
  name: string;
  search: (text: string, signal: AbortSignal) => Promise<Option[]>;
  /** Options for values that are already there. */
  named: (values: string[]) => Promise<Option[]>;
}

/** A picker that asks the server: by words while choosing, by value for what stands there already. */
function Asking({ source, id, value, onChange, several, invalid }: PickerProps & { source: Source }) {
  const values = (Array.isArray(value) ? value : value ? [value] : []).map(String);
  const known = useQuery({
    queryKey: ['picker', source.name, values],
    queryFn: () => source.named(values),
    enabled: values.length > 0,
    staleTime: 600_000,
  });
  const chosen = values.map(
    (one) => known.data?.find((option) => option.value === one) ?? { value: one, label: known.isLoading ? '…' : one },
  );
  return (
    <Combobox
      id={id}
      chosen={chosen}
      several={several}
      invalid={invalid}
      search={source.search}
      onChoose={(options) => onChange(several ? options.map((option) => option.value) : options[0]?.value)}
    />
  );
}

function OrganisationPicker(props: PickerProps) {
  const spoken = useSpoken();
  const options = (items: readonly { id: string; name: { zh: string; en?: string | undefined }; areaName?: string | undefined }[]) =>
    items.map((item) => ({ value: item.id, label: spoken(item.name), hint: item.areaName }));
  const source: Source = {
    name: 'organisation',
    search: async (text, signal) =>
      options((await call(organisations.listOrganisations, { query: { text: text || undefined, limit: 30 }, signal })).items),
    named: async (ids) => options((await call(organisations.listOrganisations, { query: { ids: ids.join(',') } })).items),
  };
  return <Asking {...props} source={source} />;
}

/** Before a word is written the person's own area stands open: what lies in it, or, of a grid, the grid itself. */
function ownFirst(own: string | undefined) {
  if (!own || own.length <= 4) return { level: 'subdistrict' as const, limit: 50 };
  return own.length >= 15 ? { codes: own } : { parent: own, limit: 100 };
}

function AreaPicker(props: PickerProps) {
  const own = useSession()
    ?.posts.map(({ areaCode }) => areaCode)
    .sort((one, other) => one.length - other.length)[0];
  const options = (items: readonly { code: string; name: string }[]) =>
    items.map(({ code, name }) => ({ value: code, label: name, hint: code }));
  const source: Source = {
    name: 'area',
    search: async (text, signal) =>
      options((await call(territory.listAreas, { query: text ? { text, limit: 30 } : ownFirst(own), signal })).items),
    named: async (codes) => options((await call(territory.listAreas, { query: { codes: codes.join(',') } })).items),
  };
  return <Asking {...props} source={source} />;
}

function CategoryPicker(props: PickerProps) {
  const spoken = useSpoken();
  const all = useCall(organisations.listCategories, { query: {} }, { staleTime: 600_000 });
  const items = all.data?.items ?? [];
  const named = new Map(items.map((item) => [item.code, spoken(item.name)]));
  const options: Option[] = items
    .filter((item) => item.active && !items.some((other) => other.parent === item.code))
    .map((item) => ({ value: item.code, label: spoken(item.name), hint: item.parent ? (named.get(item.parent) ?? item.code) : item.code }));
  const source: Source = {
    name: `category-${items.length}`,
    search: async (text) =>
      options.filter((option) => `${option.label} ${option.hint} ${option.value}`.toLowerCase().includes(text.toLowerCase())).slice(0, 60),
    named: async (codes) => codes.map((code) => ({ value: code, label: named.get(code) ?? code })),
  };
  return <Asking {...props} source={source} />;
}

function MatterPicker(props: PickerProps) {
  const options = (items: readonly { number: string; title: string; areaName: string }[]) =>
    items.map(({ number, title, areaName }) => ({ value: number, label: title, hint: `${number} · ${areaName}` }));
  const source: Source = {
    name: 'matter',
    search: async (text, signal) =>
      options(
        (
          await call(matters.list, {
            query: /^[A-Z]{1,4}\d{6,20}$/.test(text) ? { numbers: text } : { text: text || undefined, limit: 20 },
            signal,
          })
        ).items,
      ),
    named: async (numbers) => options((await call(matters.list, { query: { numbers: numbers.join(',') } })).items),
  };
  return <Asking {...props} source={source} />;
}

/** What the forms of acts choose from; `SchemaForm pickers={pickers}`. */
export const pickers: Pickers = { organisation: OrganisationPicker, area: AreaPicker, category: CategoryPicker, matter: MatterPicker };

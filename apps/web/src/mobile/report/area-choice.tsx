import { territory } from '@gongzhi/contract/territory';
import { useEffect, useId, useMemo } from 'react';
import { Field } from '../../kit/field.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

interface Named {
  code: string;
  name: string;
}
const storageKey = 'gongzhi.communities';
function remembered(): { subdistricts: Named[]; communities: Named[] } | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}
const named = (areas: readonly Named[]) => areas.map(({ code, name }) => ({ code, name }));

/** Subdistricts and communities, from the server or as the phone remembers them; asked for as soon as a report is begun. */
export function useCommunities() {
  const subdistricts = useCall(territory.listAreas, { query: { level: 'subdistrict' } }, { staleTime: 3_600_000 }).data;
  const communities = useCall(territory.listAreas, { query: { level: 'community', limit: 2000 } }, { staleTime: 3_600_000 }).data;
  const areas = useMemo(
    () => (subdistricts && communities ? { subdistricts: named(subdistricts.items), communities: named(communities.items) } : remembered()),
    [subdistricts, communities],
  );
  useEffect(() => {
    try {
      if (subdistricts && communities && areas) localStorage.setItem(storageKey, JSON.stringify(areas));
    } catch {
      // Full or forbidden: the list is then there only with a network.
    }
  }, [areas, subdistricts, communities]);
  return areas;
}

/** A community from a list that is kept on the phone, so that a place can be said without a network and without GPS. */
export function AreaChoice({ value, onChoose }: { value: string; onChoose: (code: string, name: string) => void }) {
  const t = useTexts('report');
  const id = useId();
  const areas = useCommunities();
  if (!areas || areas.communities.length === 0) return null;
  return (
    <Field id={id} label={t('place.community')}>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-note`}
        value={areas.communities.some(({ code }) => code === value) ? value : ''}
        onChange={(event) =>
          onChoose(event.target.value, event.target.value ? (event.target.selectedOptions[0]?.dataset.name ?? event.target.value) : '')
        }
      >
        <option value="">{t('place.choose')}</option>
        {areas.subdistricts.map((above) => (
          <optgroup key={above.code} label={above.name}>
            {areas.communities
              .filter(({ code }) => code.startsWith(above.code))
              .map((area) => (
                <option key={area.code} value={area.code} data-name={`${above.name} · ${area.name}`}>
                  {area.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

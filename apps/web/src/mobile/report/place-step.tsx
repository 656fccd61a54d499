import { territory } from '@gongzhi/contract/territory';
import { useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useOnline } from '../../shell/offline-banner.tsx';
import { useCall } from '../../shell/query.ts';
import { AddressSearch } from './address-search.tsx';
import { AreaChoice } from './area-choice.tsx';
import type { Drafting } from './draft.ts';
import { Nearby } from './nearby.tsx';
import { PlaceMap } from './place-map.tsx';

const levels = ['district', 'subdistrict', 'community', 'grid'];

/** Second step: where it is: where the phone is, an address, a point on the map, or a community from the list. */
export function PlaceStep({ drafting, problem, joins }: { drafting: Drafting; problem: string | null; joins: boolean }) {
  const t = useTexts('report');
  const say = useProblemText();
  const id = useId();
  const online = useOnline();
  const { draft, change } = drafting;
  const position = usePosition(({ longitude, latitude }) => change({ place: { longitude, latitude }, areaCode: '', areaName: '' }));
  const located = useCall(
    territory.locate,
    { query: { longitude: draft.place?.longitude ?? 0, latitude: draft.place?.latitude ?? 0 } },
    { enabled: draft.place !== null, keep: true, staleTime: 600_000 },
  );
  const areas = located.data?.areas.filter(({ level }) => levels.includes(level)).toSorted((a, b) => a.code.length - b.code.length) ?? [];
  const found = draft.place
    ? located.error
      ? say(located.error)
      : located.data && (areas.length > 0 ? areas.map(({ name }) => name).join(' · ') : t('place.outside'))
    : draft.areaName || draft.areaCode || null;
  return (
    <>
      <button type="button" className="button button-large button-wide" disabled={position.asking} onClick={position.ask}>
        <Icon name="target" />
        {t(position.asking ? 'place.locating' : 'place.locate')}
      </button>
      {position.problem && (
        <p className="field-problem" role="alert">
          {position.problem}
        </p>
      )}
      {online && (
        <>
          <AddressSearch
            onChoose={({ label, longitude, latitude, areaCode, source }) =>
              source === 'address' && longitude !== null && latitude !== null
                ? change({ place: { longitude, latitude }, address: label, areaCode: '', areaName: '' })
                : change({ place: null, areaCode: areaCode ?? '', areaName: label })
            }
          />
          <PlaceMap place={draft.place} areaCode={draft.areaCode} onPlace={(place) => change({ place, areaCode: '', areaName: '' })} />
        </>
      )}
      <AreaChoice
        value={draft.place ? '' : draft.areaCode}
        onChoose={(areaCode, areaName) => change({ areaCode, areaName, place: null })}
      />
      <p className={problem && !found ? 'field-problem' : 'report-found'} role="status">
        <Icon name="pin" />
        <span>{found ?? (draft.place && t('place.kept')) ?? problem ?? t('place.none')}</span>
      </p>
      <Field id={`${id}-address`} label={t('place.address')} hint={t('place.addressHint')} required={false}>
        <input
          id={`${id}-address`}
          className="input"
          maxLength={200}
          value={draft.address}
          aria-describedby={`${id}-address-note`}
          onChange={(event) => change({ address: event.target.value })}
        />
      </Field>
      {joins && online && draft.place && <Nearby place={draft.place} category={draft.category} />}
    </>
  );
}

import { useId } from 'react';
import { Field } from '../../kit/field.tsx';
import { Icon } from '../../kit/icon.tsx';
import { usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';
import { useOnline } from '../../shell/offline-banner.tsx';
import { AddressSearch } from './address-search.tsx';
import { AreaChoice } from './area-choice.tsx';
import type { Drafting } from './draft.ts';
import { useLocated } from './located.ts';
import { Nearby } from './nearby.tsx';
import { PlaceMap } from './place-map.tsx';

/** Second step: where it is: where the phone is, an address, a point on the map, or a community from the list. */
export function PlaceStep({ drafting, problem, joins }: { drafting: Drafting; problem: string | null; joins: boolean }) {
  const t = useTexts('report');
  const id = useId();
  const online = useOnline();
  const { draft, change } = drafting;
  const position = usePosition(({ longitude, latitude }) => change({ place: { longitude, latitude }, areaCode: '', areaName: '' }));
  const located = useLocated(draft.place);
  const found = draft.place
    ? located.areas.map(({ name }) => name).join(' · ') || t(located.loading ? 'kit:loading' : 'place.kept')
    : draft.areaName || draft.areaCode || null;
  const wrong = located.outside ? t('place.outside') : found ? null : problem;
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
      <p className={wrong ? 'note-box note-box-warn' : 'report-found'} role="status">
        <Icon name={wrong ? 'warning' : 'pin'} />
        <span>{wrong ?? found ?? t('place.none')}</span>
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
      {joins && online && draft.place && !located.outside && <Nearby place={draft.place} category={draft.category} />}
    </>
  );
}

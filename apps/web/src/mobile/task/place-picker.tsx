import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import type { PickerProps } from '../../kit/schema-form/field-input.tsx';
import { usePosition } from '../../resident/position.ts';
import { useTexts } from '../../shell/language.ts';

/** Where an act was done, as the phone knows it; only when asked to. */
export function PlacePicker({ id, value, onChange }: PickerProps) {
  const t = useTexts('tasks');
  const [accuracy, setAccuracy] = useState(0);
  const position = usePosition(({ longitude, latitude, accuracy: metres }) => {
    setAccuracy(metres);
    onChange({ longitude, latitude });
  });
  return (
    <>
      {value ? (
        <span className="mobile-line">
          <Icon name="check" size={16} />
          {t('position.taken', { metres: accuracy })}
          <button id={id} type="button" className="button button-quiet" onClick={() => onChange(undefined)}>
            {t('position.drop')}
          </button>
        </span>
      ) : (
        <button id={id} type="button" className="button" disabled={position.asking} onClick={position.ask}>
          <Icon name="target" />
          {t(position.asking ? 'locating' : 'position.use')}
        </button>
      )}
      {position.problem && (
        <span className="field-problem" role="alert">
          {position.problem}
        </span>
      )}
    </>
  );
}

import type { AnswerOf } from '@gongzhi/contract/route';
import { territory } from '@gongzhi/contract/territory';
import { useId, useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';

type Address = AnswerOf<typeof territory.searchAddress>['items'][number];

/** Finding a place by its words: addresses that were used before, and names of areas. */
export function AddressSearch({ onChoose }: { onChoose: (address: Address) => void }) {
  const t = useTexts('report');
  const say = useProblemText();
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const answer = useCall(territory.searchAddress, { query: { text: asked } }, { enabled: asked !== '' });
  // It stands inside the form of the report, so it is none itself: Enter asks here and must not go on to the next step.
  const ask = () => setAsked(text.trim());
  return (
    <search>
      <div className="report-search">
        <input
          id={id}
          className="input"
          type="search"
          enterKeyHint="search"
          maxLength={80}
          aria-label={t('place.search')}
          placeholder={t('place.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            ask();
          }}
        />
        <button type="button" className="button button-icon" onClick={ask} aria-label={t('place.searchNow')}>
          <Icon name="search" />
        </button>
      </div>
      {answer.isLoading && asked && (
        <p className="field-hint" role="status">
          {t('kit:loading')}
        </p>
      )}
      {answer.error && (
        <p className="field-problem" role="alert">
          {say(answer.error)}
        </p>
      )}
      {asked && answer.data && (
        <ul className="report-addresses" aria-label={t('place.results')}>
          {answer.data.items.slice(0, 8).map((address) => (
            <li key={`${address.source} ${address.label} ${address.areaCode}`}>
              <button
                type="button"
                onClick={() => {
                  onChoose(address);
                  setAsked('');
                  setText('');
                }}
              >
                <Icon name={address.source === 'area' ? 'area' : 'pin'} />
                {address.label}
              </button>
            </li>
          ))}
          {answer.data.items.length === 0 && <li className="field-hint">{t('place.noResults')}</li>}
        </ul>
      )}
    </search>
  );
}

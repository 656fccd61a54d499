import { Tag } from '../../kit/state-tag.tsx';
import { useLanguage, useTexts } from '../../shell/language.ts';
import { reasonWords } from '../admin/reason-words.ts';
import type { Sniffed } from './begin.tsx';
import { caseFields, type Mapping } from './mapping.ts';

/** Each column of the file with samples, what it is taken for and why; a person changes it. */
export function Columns({
  columns,
  mapping,
  onChange,
}: {
  columns: Sniffed['columns'];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const t = useTexts('importing');
  const language = useLanguage();
  return (
    <section aria-label={t('mapping')}>
      <h3 className="import-heading">{t('mapping')}</h3>
      <p className="admin-quiet">{t('mappingHint')}</p>
      <div className="import-columns">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('samples')}</th>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((guess) => {
              const field = mapping[guess.column] ?? null;
              const unsure = field !== null && field === guess.field && guess.confidence < 0.5;
              return (
                <tr key={guess.column} data-unsure={unsure} data-skipped={field === null}>
                  <th scope="row">{guess.column}</th>
                  <td className="import-samples">{guess.samples.join(' · ') || '—'}</td>
                  <td>
                    <select
                      className="input"
                      aria-label={t('fieldOf', { column: guess.column })}
                      value={field ?? ''}
                      onChange={(event) => onChange({ ...mapping, [guess.column]: event.target.value || null })}
                    >
                      <option value="">{t('skip')}</option>
                      {caseFields.map((one) => (
                        <option key={one} value={one}>
                          {t(`fields.${one}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    {unsure && <Tag tone="amber">{t('unsure')}</Tag>}{' '}
                    <span className="admin-quiet">{reasonWords(guess.why, language)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

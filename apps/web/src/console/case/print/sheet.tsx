import type { MatterDetail } from '@gongzhi/contract/matters';
import type { ReactNode } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCaseKind } from '../../matter/kind.ts';
import { useLimitText } from '../../matter/limit.ts';
import { entryFacts } from '../entry-facts.ts';

const dash = '—';
const told = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** The form 诉求办理单: heading in red, number, a table of facts, the handling, every act, and the lines for opinion and signature. */
export function Sheet({ matter, office, printedBy }: { matter: MatterDetail; office: string; printedBy: string }) {
  const t = useTexts('casePrint');
  const dates = useDates();
  const kind = useCaseKind();
  const limitText = useLimitText();
  const of = (role: string) => matter.parts.filter((part) => part.role === role && !part.endedAt).map((part) => part.organisation.name);
  const promise = matter.clocks.find(({ name }) => name === 'resolve');
  const reporter = matter.reporter;
  const entries = matter.entries.toSorted((a, b) => a.no - b.no);
  const when = (at: string | null | undefined) => (at ? dates.moment(at) : dash);
  return (
    <article className="sheet" aria-label={t('title')}>
      <header className="sheet-head">
        <p className="sheet-office">{office}</p>
        <p className="sheet-form">{t('form')}</p>
      </header>
      <div className="sheet-line">
        <span>
          {t('number')}：{matter.number}
        </span>
        <span>
          {t('printed')}：{dates.day(Date.now())}
        </span>
      </div>
      <h2 className="sheet-title">{matter.title}</h2>
      <table className="sheet-table">
        <tbody>
          <Row
            cells={[
              t('reporter'),
              reporter ? (reporter.anonymous ? t('anonymous') : reporter.name) : t('hidden'),
              t('phone'),
              reporter?.phone ?? dash,
            ]}
          />
          <Row cells={[t('channel'), t(`matter:channel.${matter.channel}`), t('opened'), when(matter.openedAt)]} />
          <Row
            cells={[
              t('category'),
              matter.categoryName ?? t('matter:uncategorised'),
              t('urgency'),
              t(`matter:urgency.${(['one', 'two', 'three'] as const)[Math.min(2, Math.max(0, matter.urgency - 1))]}`),
            ]}
          />
          <Row
            cells={[t('area'), matter.areas.map(({ name }) => name).join(' ') || matter.areaName, t('address'), matter.address ?? dash]}
          />
          <Row cells={[t('lead'), matter.lead?.name ?? t('matter:noUnit'), t('assist'), of('assist').join('、') || dash]} />
          <Row
            cells={[
              t('limit'),
              promise ? `${limitText(promise.limit)}（${when(promise.dueAt)}）` : dash,
              t('state'),
              `${kind.state(matter.state).label}${matter.outcome ? ` · ${kind.outcome(matter.outcome)}` : ''}`,
            ]}
          />
          <Wide label={t('body')} tall>
            {matter.body}
          </Wide>
          {(['result', 'measure', 'reply'] as const).map((key) => {
            const text = told(matter.details[key]);
            return (
              text && (
                <Wide key={key} label={t(key)}>
                  {text}
                </Wide>
              )
            );
          })}
          {matter.ratings.map((rating) => (
            <Wide key={rating.id} label={t('rating')}>
              {[
                t(`case:ratings.by.${rating.by}`),
                rating.satisfaction === null ? null : t('case:ratings.grade', { grade: rating.satisfaction }),
                rating.resolved === null ? null : t(rating.resolved ? 'case:ratings.resolved' : 'case:ratings.unresolved'),
                rating.comment,
              ]
                .filter(Boolean)
                .join('；')}
            </Wide>
          ))}
          <Wide label={t('opinion')} tall>
            <span className="sheet-sign">{t('sign')}</span>
          </Wide>
        </tbody>
      </table>
      <h3 className="sheet-part">{t('history')}</h3>
      <table className="sheet-table sheet-history">
        <thead>
          <tr>
            {(['no', 'at', 'act', 'by', 'note'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.no}>
              <td>{entry.no}</td>
              <td>{when(entry.at)}</td>
              <td>{kind.action(entry.action)}</td>
              <td>{[entry.actor.organisation, entry.actor.name].filter(Boolean).join(' ')}</td>
              <td>
                {entry.withdrawn
                  ? t('withdrawn')
                  : [...entryFacts(entry, kind.outcome).map(({ key, value }) => `${t(`case:fact.${key}`)} ${value}`), entry.note]
                      .filter(Boolean)
                      .join('；') || dash}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matter.files.length > 0 && (
        <p className="sheet-files">
          {t('files', { count: matter.files.length })}：{matter.files.map(({ name }) => name).join('、')}
        </p>
      )}
      <footer className="sheet-foot">
        <span>
          {t('seal')}：{matter.entries.at(-1)?.hash.slice(0, 16) ?? dash}
        </span>
        <span>
          {t('printedBy')}：{printedBy}
        </span>
      </footer>
    </article>
  );
}

/** Two facts a line. */
function Row({ cells: [one, first, other, second] }: { cells: [string, string, string, string] }) {
  return (
    <tr>
      <th scope="row">{one}</th>
      <td>{first}</td>
      <th scope="row">{other}</th>
      <td>{second}</td>
    </tr>
  );
}

function Wide({ label, tall = false, children }: { label: string; tall?: boolean; children: ReactNode }) {
  return (
    <tr className={tall ? 'sheet-tall' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3} className="sheet-words">
        {children}
      </td>
    </tr>
  );
}

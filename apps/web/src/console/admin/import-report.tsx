import type { ImportReport } from '@gongzhi/contract/primitives';
import { useState } from 'react';
import { save, toCsv } from '../../kit/chart/export.ts';
import { DataTable } from '../../kit/data-table.tsx';
import { Icon } from '../../kit/icon.tsx';
import { language, useTexts } from '../../shell/language.ts';
import { reasonWords } from './reason-words.ts';
import './admin.css';

type Line = ImportReport['refused'][number] & { kind: 'refused' | 'warning'; id: string };
const shownAtOnce = 200;

/** What became of the rows of a file: the sums first, then every row that was not taken or was put right, with column, value and reason. */
export function ImportReportView({ report, name, dryRun }: { report: ImportReport; name: string; dryRun: boolean }) {
  const t = useTexts('admin');
  const [kind, setKind] = useState<'refused' | 'warning'>('refused');
  const [text, setText] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  const lines = (list: ImportReport['refused'], of: Line['kind']) =>
    list.map((line, at): Line => ({ ...line, kind: of, id: `${of}-${at}` }));
  const all = { refused: lines(report.refused, 'refused'), warning: lines(report.warnings ?? [], 'warning') };
  const now = all[kind].length > 0 ? kind : kind === 'refused' ? 'warning' : 'refused';
  const wanted = text.trim().toLowerCase();
  const found = all[now].filter(
    (line) => !wanted || `${line.row} ${line.column} ${line.value} ${line.reason}`.toLowerCase().includes(wanted),
  );
  const refusedRows = new Set(report.refused.map(({ row }) => row)).size;
  const download = () => {
    const columns = (['row', 'column', 'value', 'reason', 'kind'] as const).map((key) => ({ key, label: t(`report.${key}`) }));
    const rows = [...all.refused, ...all.warning].map((line) => ({
      row: line.row,
      column: line.column,
      value: line.value,
      reason: reasonWords(line.reason, language()),
      kind: t(`report.${line.kind}`),
    }));
    save(new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }), `${name}-report.csv`);
  };
  return (
    <section className="admin-report" aria-label={t('report.title')}>
      <dl className="admin-sums">
        {(
          [
            ['read', report.read],
            [dryRun ? 'wouldTake' : 'taken', report.taken],
            ['known', report.known],
            ['refused', refusedRows],
          ] as const
        ).map(([key, count]) => (
          <div key={key} data-tone={key === 'refused' && count > 0 ? 'bad' : undefined}>
            <dt>{t(`report.${key}`)}</dt>
            <dd className="tabular">{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {all.refused.length + all.warning.length === 0 ? (
        <p className="admin-good">
          <Icon name="check" />
          {t('report.clean')}
        </p>
      ) : (
        <DataTable<Line>
          label={t('report.lines')}
          rows={found.slice(0, most)}
          rowKey={(line) => line.id}
          onMore={found.length > most ? () => setMost(most + shownAtOnce) : undefined}
          columns={[
            { key: 'row', title: t('report.row'), cell: (line) => <span className="tabular">{line.row}</span>, width: 80 },
            { key: 'column', title: t('report.column'), cell: (line) => line.column || '—', width: 160 },
            {
              key: 'value',
              title: t('report.value'),
              cell: (line) => <code className="admin-value">{line.value || '—'}</code>,
              width: 240,
            },
            { key: 'reason', title: t('report.reason'), cell: (line) => reasonWords(line.reason, language()) },
          ]}
          toolbar={
            <div className="admin-bar">
              <fieldset className="pills" aria-label={t('report.kind')}>
                {(['refused', 'warning'] as const).map((one) => (
                  <label key={one} className="pill">
                    <input
                      type="radio"
                      name="report-kind"
                      checked={now === one}
                      disabled={all[one].length === 0}
                      onChange={() => setKind(one)}
                    />
                    {t(`report.${one}`)} {all[one].length.toLocaleString()}
                  </label>
                ))}
              </fieldset>
              <input
                className="input"
                type="search"
                aria-label={t('report.search')}
                placeholder={t('report.search')}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <button type="button" className="button" onClick={download}>
                <Icon name="download" />
                {t('report.download')}
              </button>
            </div>
          }
        />
      )}
    </section>
  );
}

import { type Report, type ReportSection, reports } from '@gongzhi/contract/reports';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { useDates } from '../../../kit/dates.ts';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useParam } from '../../../shell/address.ts';
import { addressOf } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { useMay } from '../../../shell/session.tsx';
import { Refused } from '../../admin/form-dialog.tsx';
import { SectionFigures } from './section-figures.tsx';
import './report.css';

/** One report as it is printed; a draft may be edited and issued here. */
export default function ReportPage() {
  const id = useParam('id');
  const found = useCall(reports.read, { params: { id } });
  if (found.error)
    return (
      <main id="main" tabIndex={-1}>
        <ErrorState problem={found.error} onRetry={() => void found.refetch()} />
      </main>
    );
  if (!found.data)
    return (
      <main id="main" tabIndex={-1}>
        <Loading lines={12} />
      </main>
    );
  return <Shown key={`${found.data.id} ${found.data.version}`} report={found.data} />;
}

function Shown({ report }: { report: Report }) {
  const t = useTexts('reports');
  const dates = useDates();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const issue = useAct(reports.issue, { stale: [reports.read, reports.list], onDone: () => toast(t('issuedDone')) });
  const draft = report.state === 'draft';
  const ask = async () => {
    if (await confirm({ title: t('issueAsk'), body: t('issueBody'), action: t('issue') }))
      issue.mutate({ params: { id: report.id }, body: { version: report.version } });
  };
  return (
    <main id="main" tabIndex={-1} className="report-page">
      <div className="report-tools">
        <Link to="/console/reports" className="button button-quiet">
          <Icon name="back" />
          {t('back')}
        </Link>
        <a className="button" href={addressOf(reports.docx, { params: { id: report.id } })} download>
          <Icon name="download" />
          {t('docx')}
        </a>
        <button type="button" className="button" onClick={() => print()}>
          {t('print')}
        </button>
        {draft && may('report.write') && !editing && (
          <button type="button" className="button" onClick={() => setEditing(true)}>
            <Icon name="edit" />
            {t('edit')}
          </button>
        )}
        {draft && may('report.issue') && !editing && (
          <button type="button" className="button button-primary" disabled={issue.isPending} onClick={() => void ask()}>
            {t('issue')}
          </button>
        )}
      </div>
      {issue.error && <Refused problem={issue.error} />}
      {editing ? (
        <Edit report={report} onClose={() => setEditing(false)} />
      ) : (
        <article className="report-sheet">
          <h1>{report.title}</h1>
          <p className="report-state">
            {t(`state.${report.state}`)} · {t('edition', { edition: report.edition })} ·{' '}
            {t('figuresAt', { at: dates.moment(report.figures.at) })}
          </p>
          {report.sections.map((section, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other name than their place
            <section key={index}>
              <h2>{section.heading}</h2>
              {section.text
                .split('\n')
                .filter(Boolean)
                .map((line) => (
                  <p key={line}>{line}</p>
                ))}
              <SectionFigures section={section.key} figures={report.figures} />
            </section>
          ))}
          {report.hash && (
            <footer className="report-foot">
              {report.issuedBy} {report.issuedAt && dates.moment(report.issuedAt)} {t('issued')} · {t(report.intact ? 'intact' : 'broken')}
              <br />
              <code>{t('hash', { hash: report.hash })}</code>
            </footer>
          )}
        </article>
      )}
    </main>
  );
}

type Row = ReportSection & { row: number };
let last = 0;

function Edit({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTexts('reports');
  const [title, setTitle] = useState(report.title);
  const [rows, setRows] = useState<readonly Row[]>(() => report.sections.map((section) => ({ ...section, row: ++last })));
  const act = useAct(reports.edit, { stale: [reports.read, reports.list], onDone: () => toast(t('saved')) });
  const set = (row: number, part: Partial<Row>) => setRows(rows.map((one) => (one.row === row ? { ...one, ...part } : one)));
  return (
    <form
      className="report-edit"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({
          params: { id: report.id },
          body: { version: report.version, title: title.trim(), sections: rows.map(({ row: _, ...section }) => section) },
        });
      }}
    >
      <label className="field">
        <span className="field-label">{t('name')}</span>
        <input className="input" maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      {rows.map((row) => (
        <fieldset key={row.row} className="card report-row">
          <legend className="visually-hidden">{row.heading}</legend>
          <input
            className="input"
            aria-label={t('heading')}
            maxLength={80}
            value={row.heading}
            onChange={(event) => set(row.row, { heading: event.target.value })}
          />
          <textarea
            className="input"
            aria-label={`${row.heading} ${t('text')}`}
            rows={4}
            maxLength={6000}
            value={row.text}
            onChange={(event) => set(row.row, { text: event.target.value })}
          />
          <button
            type="button"
            className="button button-quiet"
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter((one) => one.row !== row.row))}
          >
            {t('remove', { name: row.heading })}
          </button>
        </fieldset>
      ))}
      {act.error && <Refused problem={act.error} />}
      <div className="report-tools">
        <button
          type="button"
          className="button"
          disabled={rows.length >= 30}
          onClick={() => setRows([...rows, { row: ++last, key: 'free', heading: t('newSection'), text: '' }])}
        >
          <Icon name="plus" />
          {t('add')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="button button-primary" disabled={act.isPending}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}

import type { ImportReport } from '@gongzhi/contract/primitives';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import type { ApiProblem } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { sendFile } from '../../shell/upload.ts';
import { FileDrop } from './file-drop.tsx';
import { Refused } from './form-dialog.tsx';
import { ImportReportView } from './import-report.tsx';

/** A file is checked first: what would become of each of its rows; then it is taken. */
export function TableImport({
  title,
  label,
  hint,
  accept,
  addressOf,
  stale,
  choices,
  onClose,
}: {
  title: string;
  label: string;
  hint: string;
  accept: string;
  /** Where the file goes, to be checked or to be taken. */
  addressOf: (dryRun: 'true' | 'false') => string;
  /** Beginning of the names of routes whose answers are stale afterwards. */
  stale: string;
  /** What is chosen beside the file. After a change the file is to be checked anew. */
  choices?: ReactNode;
  onClose: () => void;
}) {
  const t = useTexts('admin');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<{ of: ImportReport; checked: string | null } | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (chosen: File, dryRun: boolean) => {
    setFile(chosen);
    setBusy(true);
    setProblem(null);
    const address = addressOf(dryRun ? 'true' : 'false');
    try {
      setReport({ of: await sendFile<ImportReport>(address, chosen, chosen.name, () => {}), checked: dryRun ? address : null });
      if (dryRun) return;
      toast(t('file.taken'));
      void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith(stale) });
    } catch (error) {
      setProblem(error as ApiProblem);
      setReport(null);
    } finally {
      setBusy(false);
    }
  };
  const ready = report?.checked === addressOf('true') && (report.of.taken > 0 || (report.of.warnings?.length ?? 0) > 0);
  return (
    <Dialog
      open
      width={60}
      title={title}
      onClose={onClose}
      actions={
        file &&
        report?.checked && (
          <>
            <button type="button" className="button" disabled={busy} onClick={() => void send(file, true)}>
              {t('file.check')}
            </button>
            <button type="button" className="button button-primary" disabled={busy || !ready} onClick={() => void send(file, false)}>
              {t('file.take')}
            </button>
          </>
        )
      }
    >
      <div className="admin-form">
        {choices}
        <FileDrop
          label={label}
          hint={busy ? t('file.busy') : (file?.name ?? hint)}
          accept={accept}
          busy={busy}
          onFile={(chosen) => void send(chosen, true)}
        />
        {problem && <Refused problem={problem} />}
        {report?.checked && <p className="admin-warn">{t('file.checked')}</p>}
        {report && file && <ImportReportView report={report.of} name={file.name} dryRun={report.checked !== null} />}
      </div>
    </Dialog>
  );
}

import { organisations } from '@gongzhi/contract/organisations';
import type { ImportReport } from '@gongzhi/contract/primitives';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { toast } from '../../../kit/toast.tsx';
import { type ApiProblem, addressOf } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { sendFile } from '../../../shell/upload.ts';
import { FileDrop } from '../file-drop.tsx';
import { Refused } from '../form-dialog.tsx';
import { ImportReportView } from '../import-report.tsx';

/** Organisations from a table: first what would become of each row, then the import. */
export function ImportUnits({ onClose }: { onClose: () => void }) {
  const t = useTexts('units');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<{ of: ImportReport; dryRun: boolean } | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (chosen: File, dryRun: boolean) => {
    setFile(chosen);
    setBusy(true);
    setProblem(null);
    try {
      const address = addressOf(organisations.importOrganisations, { query: { dryRun: dryRun ? 'true' : 'false' } });
      setReport({ of: await sendFile<ImportReport>(address, chosen, chosen.name, () => {}), dryRun });
      if (dryRun) return;
      toast(t('admin:file.taken'));
      void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('organisations.') });
    } catch (error) {
      setProblem(error as ApiProblem);
      setReport(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      width={60}
      title={t('import')}
      onClose={onClose}
      actions={
        report?.dryRun &&
        report.of.taken > 0 &&
        file && (
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void send(file, false)}>
            {t('admin:file.take')}
          </button>
        )
      }
    >
      <div className="admin-form">
        <FileDrop
          label={t('file')}
          hint={busy ? t('busy') : (file?.name ?? t('fileHint'))}
          accept=".csv,.xlsx,text/csv"
          busy={busy}
          onFile={(chosen) => void send(chosen, true)}
        />
        {problem && <Refused problem={problem} />}
        {report?.dryRun && <p className="admin-warn">{t('admin:file.checked')}</p>}
        {report && file && <ImportReportView report={report.of} name={file.name} dryRun={report.dryRun} />}
      </div>
    </Dialog>
  );
}

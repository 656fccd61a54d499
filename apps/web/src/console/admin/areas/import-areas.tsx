import type { BodyInput } from '@gongzhi/contract/route';
import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { CoordinatesField, type System } from '../coordinates-field.tsx';
import { FileDrop } from '../file-drop.tsx';
import { Refused } from '../form-dialog.tsx';
import { ImportReportView } from '../import-report.tsx';

type Collection = BodyInput<typeof territory.importAreas>;

/** Areas from a GeoJSON file: first what would become of each feature, then the import. */
export function ImportAreas({ onClose }: { onClose: () => void }) {
  const t = useTexts('areas');
  const [file, setFile] = useState<{ name: string; body: Collection } | null>(null);
  const [bad, setBad] = useState(false);
  const [system, setSystem] = useState<System>('wgs84');
  const run = useAct(territory.importAreas, {
    onDone: (_report, { query }) => {
      if (query?.dryRun !== 'true') toast(t('admin:file.taken'));
    },
  });
  const dryRun = run.variables?.query?.dryRun === 'true';
  const send = (body: Collection, check: boolean) => run.mutate({ query: { dryRun: check ? 'true' : 'false', system }, body });
  const open = async (chosen: File) => {
    setFile(null);
    run.reset();
    try {
      const body = JSON.parse(await chosen.text()) as Collection;
      if (body.type !== 'FeatureCollection' || !Array.isArray(body.features)) throw new Error('no collection');
      setBad(false);
      setFile({ name: chosen.name, body });
      send(body, true);
    } catch {
      setBad(true);
    }
  };
  return (
    <Dialog
      open
      width={60}
      title={t('import.title')}
      onClose={onClose}
      actions={
        file &&
        run.data &&
        dryRun && (
          <>
            <button type="button" className="button" disabled={run.isPending} onClick={() => send(file.body, true)}>
              {t('admin:file.check')}
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={run.isPending || run.data.taken === 0}
              onClick={() => send(file.body, false)}
            >
              {t('admin:file.take')}
            </button>
          </>
        )
      }
    >
      <div className="admin-form">
        <CoordinatesField label={t('import.system')} value={system} onChange={setSystem} />
        <FileDrop
          label={t('import.file')}
          hint={run.isPending ? t('import.busy') : (file?.name ?? t('import.fileHint'))}
          accept=".json,.geojson,application/geo+json"
          busy={run.isPending}
          onFile={(chosen) => void open(chosen)}
        />
        {bad && (
          <p className="admin-refused" role="alert">
            {t('import.bad')}
          </p>
        )}
        {run.error && <Refused problem={run.error} />}
        {run.data && dryRun && <p className="admin-warn">{t('admin:file.checked')}</p>}
        {run.data && file && <ImportReportView report={run.data} name={file.name} dryRun={dryRun} />}
      </div>
    </Dialog>
  );
}

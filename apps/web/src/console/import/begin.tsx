import { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { type ApiProblem, addressOf, type Callable } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { sendFile } from '../../shell/upload.ts';
import { FileDrop } from '../admin/file-drop.tsx';
import { Refused } from '../admin/form-dialog.tsx';
import { Settings } from './settings.tsx';

export type Sniffed = AnswerOf<typeof cases.sniffImport>;

/** Uploads the file and shows what the server took it for. */
export function Begin() {
  const t = useTexts('importing');
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [found, setFound] = useState<{ name: string; sniffed: Sniffed } | null>(null);
  const upload = async (file: File) => {
    setProblem(null);
    setPercent(0);
    try {
      const address = addressOf(cases.sniffImport as Callable, {} as never);
      setFound({ name: file.name, sniffed: await sendFile<Sniffed>(address, file, file.name, setPercent) });
      void client.invalidateQueries({ queryKey: [cases.listImports.name] });
    } catch (error) {
      setProblem(error as ApiProblem);
    } finally {
      setPercent(null);
    }
  };
  return (
    <section className="admin-panel" aria-label={t('begin')}>
      <header>
        <h2>{t('begin')}</h2>
        {found && (
          <button type="button" className="button" onClick={() => setFound(null)}>
            <Icon name="refresh" />
            {t('another')}
          </button>
        )}
      </header>
      {!found && (
        <FileDrop
          label={t('file')}
          hint={percent === null ? t('fileHint') : percent < 100 ? t('uploading', { percent }) : t('reading')}
          accept=".csv,.xlsx,text/csv"
          busy={percent !== null}
          onFile={(file) => void upload(file)}
        />
      )}
      {problem && <Refused problem={problem} />}
      {found && (
        <>
          <p className="import-found">
            <Icon name="check" />
            <strong>{found.name}</strong>
            <span>
              {t(found.sniffed.encoding ? 'found' : 'foundXlsx', {
                format: found.sniffed.format.toUpperCase(),
                encoding: found.sniffed.encoding.toUpperCase(),
                columns: found.sniffed.columns.length,
              })}
            </span>
          </p>
          <Settings key={found.sniffed.id} name={found.name} sniffed={found.sniffed} />
        </>
      )}
    </section>
  );
}

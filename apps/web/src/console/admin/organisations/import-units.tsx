import { organisations } from '@gongzhi/contract/organisations';
import { addressOf } from '../../../shell/api.ts';
import { useTexts } from '../../../shell/language.ts';
import { TableImport } from '../table-import.tsx';

/** Organisations from a table: first what would become of each row, then the import. */
export function ImportUnits({ onClose }: { onClose: () => void }) {
  const t = useTexts('units');
  return (
    <TableImport
      title={t('import')}
      label={t('file')}
      hint={t('fileHint')}
      accept=".csv,.xlsx,text/csv"
      addressOf={(dryRun) => addressOf(organisations.importOrganisations, { query: { dryRun } })}
      stale="organisations."
      onClose={onClose}
    />
  );
}

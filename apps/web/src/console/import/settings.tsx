import { cases } from '@gongzhi/contract/cases';
import { useState } from 'react';
import { confirm } from '../../kit/confirm.tsx';
import { problemAt } from '../../kit/field.tsx';
import { useTexts } from '../../shell/language.ts';
import { useAct } from '../../shell/query.ts';
import { PickField, SelectField, TextField } from '../admin/fields.tsx';
import { Refused } from '../admin/form-dialog.tsx';
import type { Sniffed } from './begin.tsx';
import { Columns } from './columns.tsx';
import { flawsOf, guessed } from './mapping.ts';
import { Progress } from './progress.tsx';

const orders = ['year-first', 'month-first', 'day-first'] as const;
const systems = ['wgs84', 'gcj02', 'bd09'] as const;
const encodings = ['utf-8', 'gb18030'];
const zones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Urumqi', 'UTC', 'America/New_York', 'Europe/London'];

/** How the file is to be read, then the dry run and the import. What stands in the way is told before anything is sent. */
export function Settings({ name, sniffed }: { name: string; sniffed: Sniffed }) {
  const t = useTexts('importing');
  const [mapping, setMapping] = useState(() => guessed(sniffed.columns));
  const [source, setSource] = useState(() => name.replace(/\.[^.]+$/, '').slice(0, 40));
  const [timezone, setTimezone] = useState('Asia/Shanghai');
  const [dateOrder, setDateOrder] = useState<(typeof orders)[number]>(orders.find((order) => order === sniffed.dateOrder) ?? 'year-first');
  const [encoding, setEncoding] = useState('');
  const [coordinateSystem, setSystem] = useState<(typeof systems)[number]>('wgs84');
  const [defaultArea, setDefaultArea] = useState('');
  const run = useAct(cases.runImport, { stale: [cases.listImports, cases.readImport] });
  const flaws = flawsOf(mapping).map((flaw) =>
    flaw.kind === 'twice' ? t('twice', { fields: flaw.fields.map((field) => t(`fields.${field}`)).join(t('admin:comma')) }) : t(flaw.kind),
  );
  if (source.trim() === '') flaws.push(t('needSource'));
  const send = async (dryRun: boolean) => {
    if (!dryRun && !(await confirm({ title: t('runAsk', { name }), body: t('runBody'), action: t('run') }))) return;
    run.mutate({
      params: { id: sniffed.id },
      body: {
        dryRun,
        mapping,
        timezone,
        dateOrder,
        coordinateSystem,
        source: source.trim(),
        ...(encoding ? { encoding } : {}),
        ...(defaultArea ? { defaultArea } : {}),
      },
    });
  };
  return (
    <div className="admin-form">
      <Columns columns={sniffed.columns} mapping={mapping} onChange={setMapping} />
      <section aria-label={t('options')}>
        <h3 className="import-heading">{t('options')}</h3>
        <div className="admin-two">
          <TextField
            label={t('source')}
            hint={t('sourceHint')}
            problem={problemAt(run.error, 'source')}
            value={source}
            onChange={setSource}
            maxLength={40}
          />
          <PickField
            of="area"
            label={t('defaultArea')}
            required={false}
            hint={t('defaultAreaHint')}
            problem={problemAt(run.error, 'defaultArea')}
            value={defaultArea}
            onChange={setDefaultArea}
          />
          <SelectField
            label={t('dateOrder')}
            value={dateOrder}
            onChange={(value) => setDateOrder(value as typeof dateOrder)}
            options={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
          />
          <SelectField
            label={t('timezone')}
            hint={t('timezoneHint')}
            problem={problemAt(run.error, 'timezone')}
            value={timezone}
            onChange={setTimezone}
            options={zones.map((value) => ({ value, label: value }))}
          />
          <SelectField
            label={t('system')}
            value={coordinateSystem}
            onChange={(value) => setSystem(value as typeof coordinateSystem)}
            options={systems.map((value) => ({ value, label: t(`systems.${value}`) }))}
          />
          {sniffed.format !== 'xlsx' && (
            <SelectField
              label={t('encoding')}
              problem={problemAt(run.error, 'encoding')}
              none={t('auto')}
              value={encoding}
              onChange={setEncoding}
              options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
            />
          )}
        </div>
      </section>
      {flaws.length > 0 && (
        <ul className="admin-warn" role="alert" style={{ display: 'block' }}>
          {flaws.map((flaw) => (
            <li key={flaw}>{flaw}</li>
          ))}
        </ul>
      )}
      {run.error && <Refused problem={run.error} />}
      <div className="admin-bar">
        <button
          type="button"
          className="button button-primary"
          disabled={flaws.length > 0 || run.isPending}
          onClick={() => void send(true)}
        >
          {t('dryRun')}
        </button>
        <button type="button" className="button" disabled={flaws.length > 0 || run.isPending} onClick={() => void send(false)}>
          {t('run')}
        </button>
      </div>
      {run.data && <Progress key={run.submittedAt} id={sniffed.id} name={name} dryRun={run.variables?.body.dryRun ?? false} />}
    </div>
  );
}

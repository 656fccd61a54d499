import { layerThemes } from '@gongzhi/contract/layer-themes';
import type { Layer } from '@gongzhi/contract/layers';
import { territory } from '@gongzhi/contract/territory';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { confirm } from '../../../kit/confirm.tsx';
import { DataTable } from '../../../kit/data-table.tsx';
import { useDates } from '../../../kit/dates.ts';
import { Empty } from '../../../kit/empty.tsx';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { PageHeader } from '../../../kit/page-header.tsx';
import { Tag } from '../../../kit/state-tag.tsx';
import { toast } from '../../../kit/toast.tsx';
import { addressOf } from '../../../shell/api.ts';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct, useCall } from '../../../shell/query.ts';
import { ImportFacilities } from './import-facilities.tsx';
import { LayerForm } from './layer-form.tsx';
import '../admin.css';

type Open = { what: 'add' } | { what: 'rename' | 'import'; id: string };

/** Layers of facilities: added, filled from files, offered on the map or taken off, exported, deleted. */
export default function LayersPage() {
  const t = useTexts('layers');
  const spoken = useSpoken();
  const dates = useDates();
  const [open, setOpen] = useState<Open | null>(null);
  const list = useCall(territory.listLayers, {});
  const rows = list.data?.items ?? [];
  const change = useAct(territory.changeLayer);
  const remove = useAct(territory.removeLayer, { onDone: () => toast(t('removed')) });
  const layer = open && open.what !== 'add' ? rows.find(({ id }) => id === open.id) : undefined;
  const close = () => setOpen(null);
  const drop = async ({ id, name, facilities }: Layer) => {
    const asked = {
      title: t('remove.ask', { name }),
      body: t('remove.body', { count: facilities }),
      action: t('admin:remove'),
      danger: true,
    };
    if (await confirm(asked)) remove.mutate({ params: { id } });
  };
  const acts = (row: Layer) => (
    <div className="admin-bar">
      {row.mayEdit && (
        <>
          <button type="button" className="button button-quiet" onClick={() => setOpen({ what: 'import', id: row.id })}>
            <Icon name="upload" />
            {t('act.import')}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setOpen({ what: 'rename', id: row.id })}>
            <Icon name="edit" />
            {t('act.rename')}
          </button>
          <button
            type="button"
            className="button button-quiet"
            disabled={change.isPending}
            onClick={() => change.mutate({ params: { id: row.id }, body: { shown: !row.shown } })}
          >
            <Icon name={row.shown ? 'eye-off' : 'eye'} />
            {t(row.shown ? 'act.hide' : 'act.show')}
          </button>
        </>
      )}
      <a
        className="button button-quiet"
        href={addressOf(territory.facilities, { params: { id: row.id } })}
        download={`${row.name}.geojson`}
      >
        <Icon name="download" />
        {t('act.export')}
      </a>
      {row.mayEdit && (
        <button type="button" className="button button-quiet" onClick={() => void drop(row)}>
          <Icon name="trash" />
          {t('admin:remove')}
        </button>
      )}
    </div>
  );
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader
        title={t('admin:pages.layers')}
        meta={t('meta')}
        actions={
          <button type="button" className="button button-primary" onClick={() => setOpen({ what: 'add' })}>
            <Icon name="plus" />
            {t('act.add')}
          </button>
        }
      />
      {list.error && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <Loading lines={6} />}
      {list.data && rows.length === 0 && <Empty title={t('none')} icon="map" />}
      {rows.length > 0 && (
        <DataTable<Layer>
          label={t('admin:pages.layers')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('name'),
              cell: (row) => (
                <>
                  <Link to={'/console/map' as never} search={{ layers: row.id } as never}>
                    {row.name}
                  </Link>{' '}
                  {!row.shown && <Tag>{t('hidden')}</Tag>}
                </>
              ),
              width: 220,
            },
            {
              key: 'theme',
              title: t('theme'),
              cell: ({ theme }) => <Tag tone={layerThemes[theme].tone}>{spoken(layerThemes[theme])}</Tag>,
              width: 120,
            },
            { key: 'area', title: t('area'), cell: ({ areaName }) => areaName, width: 160 },
            {
              key: 'facilities',
              title: t('facilities'),
              cell: ({ facilities }) => <span className="tabular">{facilities.toLocaleString()}</span>,
              width: 100,
            },
            { key: 'changed', title: t('changed'), cell: ({ changedAt }) => dates.moment(changedAt), width: 160 },
            { key: 'acts', title: t('acts'), cell: acts },
          ]}
        />
      )}
      {open?.what === 'add' && <LayerForm onClose={close} />}
      {open?.what === 'rename' && layer && <LayerForm layer={layer} onClose={close} />}
      {open?.what === 'import' && layer && <ImportFacilities layer={layer} onClose={close} />}
    </main>
  );
}

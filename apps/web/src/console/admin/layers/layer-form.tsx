import { type LayerTheme, layerThemes } from '@gongzhi/contract/layer-themes';
import type { Layer } from '@gongzhi/contract/layers';
import { territory } from '@gongzhi/contract/territory';
import { useState } from 'react';
import { problemAt } from '../../../kit/field.tsx';
import { toast } from '../../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../../shell/language.ts';
import { useAct } from '../../../shell/query.ts';
import { useSession } from '../../../shell/session.tsx';
import { PickField, SelectField, TextField } from '../fields.tsx';
import { FormDialog } from '../form-dialog.tsx';

/** A new layer, or another name for one. */
export function LayerForm({ layer, onClose }: { layer?: Layer | undefined; onClose: () => void }) {
  const t = useTexts('layers');
  const spoken = useSpoken();
  const session = useSession();
  const [name, setName] = useState(layer?.name ?? '');
  const [theme, setTheme] = useState<LayerTheme>(layer?.theme ?? 'waters');
  const [areaCode, setAreaCode] = useState(layer?.areaCode ?? session?.posts[0]?.areaCode ?? '');
  const acting = {
    onDone: () => {
      toast(t('saved'));
      onClose();
    },
  };
  const create = useAct(territory.createLayer, acting);
  const change = useAct(territory.changeLayer, acting);
  const problem = create.error ?? change.error;
  const named = name.trim();
  return (
    <FormDialog
      title={t(layer ? 'act.rename' : 'act.add')}
      action={t('admin:save')}
      onClose={onClose}
      pending={create.isPending || change.isPending}
      problem={problem}
      disabled={named === '' || areaCode === '' || named === layer?.name}
      onSubmit={() =>
        layer
          ? change.mutate({ params: { id: layer.id }, body: { name: named } })
          : create.mutate({ body: { name: named, theme, areaCode } })
      }
    >
      {!layer && (
        <>
          <SelectField
            label={t('theme')}
            hint={t('themeHint', { usual: Object.values(layerThemes[theme].attributes).map(spoken).join(t('admin:comma')) })}
            value={theme}
            onChange={(value) => setTheme(value as LayerTheme)}
            options={Object.entries(layerThemes).map(([value, words]) => ({ value, label: spoken(words) }))}
          />
          <PickField
            of="area"
            label={t('area')}
            hint={t('areaHint')}
            problem={problemAt(problem, 'areaCode')}
            value={areaCode}
            onChange={setAreaCode}
          />
        </>
      )}
      <TextField label={t('name')} problem={problemAt(problem, 'name')} value={name} onChange={setName} maxLength={60} />
    </FormDialog>
  );
}

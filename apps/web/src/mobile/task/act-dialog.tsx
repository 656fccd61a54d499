import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { Dialog } from '../../kit/dialog.tsx';
import { SchemaForm } from '../../kit/schema-form/schema-form.tsx';
import { toast } from '../../kit/toast.tsx';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { useAct } from '../../shell/query.ts';
import { PlacePicker } from './place-picker.tsx';
import { SitePhotoFields, useSitePhotos } from './site-photos.tsx';

type Offer = MatterDetail['actions'][number];
const ownPickers = { ...pickers, place: PlacePicker };
/** An act that tells of work done or of being there is worth a picture. */
const tellsOfWork = ({ input }: Offer) =>
  Object.keys((input.properties as object | undefined) ?? {}).some((name) => /^(result|place)$/.test(name));

/** The form of one act; photos go first, so that whoever reads of the act finds them there. */
export function ActDialog({
  task,
  offer,
  onClose,
  refetch,
}: {
  task: MatterDetail;
  offer: Offer;
  onClose: () => void;
  refetch: () => void;
}) {
  const t = useTexts('tasks');
  const spoken = useSpoken();
  const site = useSitePhotos(task.number);
  const act = useAct(matters.act, {
    onDone: () => {
      onClose();
      toast(t('done', { action: spoken(offer.label) }));
    },
    onProblem: ({ code }) => code === 'version-passed' && refetch(),
  });
  const submit = async (input: Record<string, unknown>) => {
    if (await site.send()) act.mutate({ params: { number: task.number, action: offer.action }, body: { version: task.version, input } });
  };
  return (
    <Dialog open title={spoken(offer.label)} onClose={onClose}>
      {offer.help && <p className="field-hint">{spoken(offer.help)}</p>}
      {act.error?.code === 'version-passed' && (
        <p className="field-problem" role="alert">
          {t('changed')}
        </p>
      )}
      {tellsOfWork(offer) && <SitePhotoFields site={site} />}
      <SchemaForm
        schema={offer.input}
        pickers={ownPickers}
        problem={act.error}
        busy={act.isPending || site.busy}
        danger={offer.weight === 'danger'}
        submit={spoken(offer.label)}
        onSubmit={(input) => void submit(input)}
      />
    </Dialog>
  );
}

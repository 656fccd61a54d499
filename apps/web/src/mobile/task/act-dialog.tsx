import type { MatterDetail } from '@gongzhi/contract/matters';
import { Dialog } from '../../kit/dialog.tsx';
import { SchemaForm } from '../../kit/schema-form/schema-form.tsx';
import { useSpoken } from '../../shell/language.ts';
import { pickers } from '../../shell/pickers.tsx';
import { OutboxList } from '../outbox/outbox-list.tsx';
import { PlacePicker } from './place-picker.tsx';
import { useSendAct } from './send-act.ts';
import { SitePhotoFields, useSitePhotos } from './site-photos.tsx';

type Offer = MatterDetail['actions'][number];
const ownPickers = { ...pickers, place: PlacePicker };
/** An act that tells of work done or of being there is worth a picture. */
const tellsOfWork = ({ input }: Offer) =>
  Object.keys((input.properties as object | undefined) ?? {}).some((name) => /^(result|place)$/.test(name));

/** The form of one act; photos go first, so that whoever reads of the act finds them there. */
export function ActDialog({ task, offer, onClose }: { task: MatterDetail; offer: Offer; onClose: () => void }) {
  const spoken = useSpoken();
  const site = useSitePhotos();
  const { send, busy, problem, conflict } = useSendAct(task, site, onClose);
  return (
    <Dialog open title={spoken(offer.label)} onClose={onClose}>
      {conflict ? (
        <OutboxList number={task.number} />
      ) : (
        <>
          {offer.help && <p className="field-hint">{spoken(offer.help)}</p>}
          {tellsOfWork(offer) && <SitePhotoFields site={site} />}
          <SchemaForm
            schema={offer.input}
            pickers={ownPickers}
            problem={problem}
            busy={busy || site.photos.busy}
            danger={offer.weight === 'danger'}
            submit={spoken(offer.label)}
            onSubmit={(input) => void send({ action: offer.action, label: offer.label, input })}
          />
        </>
      )}
    </Dialog>
  );
}

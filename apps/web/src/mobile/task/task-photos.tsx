import type { MatterDetail } from '@gongzhi/contract/matters';
import { FileLinks, PhotoStrip } from '../../resident/photo-strip.tsx';
import { useTexts } from '../../shell/language.ts';
import { useSendAct } from './send-act.ts';
import { SitePhotoFields, useSitePhotos } from './site-photos.tsx';

const photosLabel = { zh: '上传照片', en: 'Photos' };

/** What was photographed and sent so far, and a way to add to it without any act. */
export function TaskPhotos({ task }: { task: MatterDetail }) {
  const t = useTexts('tasks');
  const site = useSitePhotos();
  const { send, busy } = useSendAct(task, site, () => {});
  const photos = task.files.filter(({ kind }) => kind === 'photo');
  const others = task.files.filter(({ kind }) => kind !== 'photo');
  return (
    <section className="mobile-card mobile-list">
      <h2>{t('photos')}</h2>
      {photos.length > 0 && <PhotoStrip photos={photos} />}
      {others.length > 0 && <FileLinks files={others} />}
      <SitePhotoFields site={site} />
      {site.photos.photos.length > 0 && (
        <button
          type="button"
          className="button button-primary button-large"
          disabled={busy || site.photos.busy}
          onClick={() => void send({ action: null, label: photosLabel, input: {} })}
        >
          {t('photosSend')}
        </button>
      )}
    </section>
  );
}

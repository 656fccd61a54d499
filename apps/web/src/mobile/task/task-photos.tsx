import type { MatterDetail } from '@gongzhi/contract/matters';
import { toast } from '../../kit/toast.tsx';
import { FileLinks, PhotoStrip } from '../../resident/photo-strip.tsx';
import { useTexts } from '../../shell/language.ts';
import { SitePhotoFields, useSitePhotos } from './site-photos.tsx';

/** What was photographed and sent so far, and a way to add to it without any act. */
export function TaskPhotos({ task }: { task: MatterDetail }) {
  const t = useTexts('tasks');
  const site = useSitePhotos(task.number);
  const photos = task.files.filter(({ kind }) => kind === 'photo');
  const others = task.files.filter(({ kind }) => kind !== 'photo');
  const send = async () => {
    if (await site.send()) toast(t('photosDone'));
  };
  return (
    <section className="mobile-card mobile-list">
      <h2>{t('photos')}</h2>
      {photos.length > 0 && <PhotoStrip photos={photos} />}
      {others.length > 0 && <FileLinks files={others} />}
      <SitePhotoFields site={site} />
      {site.photos.photos.length > 0 && (
        <button type="button" className="button button-primary button-large" disabled={site.busy} onClick={() => void send()}>
          {t('photosSend')}
        </button>
      )}
    </section>
  );
}

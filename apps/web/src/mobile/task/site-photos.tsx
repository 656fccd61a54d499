import { matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { PhotoPicker, usePhotos } from '../../kit/photo-picker.tsx';
import { addressOf } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { keyOf } from '../../shell/query.ts';
import { sendFile } from '../../shell/upload.ts';

const stages = ['before', 'after', 'other'] as const;
export type SitePhotos = ReturnType<typeof useSitePhotos>;

/** Photos from the site that wait for `send`, which answers whether all of them arrived; the reporter sees them too. */
export function useSitePhotos(number: string) {
  const client = useQueryClient();
  const photos = usePhotos();
  const [stage, setStage] = useState<(typeof stages)[number]>('after');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const send = async (): Promise<boolean> => {
    if (photos.photos.length === 0) return true;
    setState('busy');
    const address = addressOf(matters.attach, { params: { number }, query: { stage, visibility: 'reporter' } });
    try {
      // One after the other, each gone from the list once it has arrived: a second try sends only what is left.
      for (const { key, blob, name } of photos.photos) {
        if (!blob) continue;
        await sendFile(address, blob, name, () => {});
        photos.remove(key);
      }
      setState('idle');
      return true;
    } catch {
      setState('failed');
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: keyOf(matters.read) });
    }
  };
  return { photos, stage, setStage, send, busy: state === 'busy' || photos.busy, failed: state === 'failed' };
}

/** Taking the photos and saying whether they show the place before or after the work. */
export function SitePhotoFields({ site }: { site: SitePhotos }) {
  const t = useTexts('tasks');
  const id = useId();
  return (
    <>
      <PhotoPicker photos={site.photos} label={t('addPhotos')} />
      {site.photos.photos.length > 0 && (
        <fieldset className="field">
          <legend className="field-label">{t('stage.label')}</legend>
          <div className="pills">
            {stages.map((one) => (
              <label key={one} className="pill">
                <input type="radio" name={id} checked={site.stage === one} onChange={() => site.setStage(one)} />
                {t(`stage.${one}`)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {site.failed && (
        <p className="field-problem" role="alert">
          {t('photosFailed')}
        </p>
      )}
    </>
  );
}

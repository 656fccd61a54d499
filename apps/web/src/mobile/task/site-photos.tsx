import { useId, useState } from 'react';
import { PhotoPicker, usePhotos } from '../../kit/photo-picker.tsx';
import { useTexts } from '../../shell/language.ts';

const stages = ['before', 'after', 'other'] as const;
export type SitePhotos = ReturnType<typeof useSitePhotos>;

/** Photos from the site and what they show; the reporter sees them too. They are sent with an act or by themselves. */
export function useSitePhotos() {
  const photos = usePhotos();
  const [stage, setStage] = useState<(typeof stages)[number]>('after');
  return { photos, stage, setStage };
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
    </>
  );
}

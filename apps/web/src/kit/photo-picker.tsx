import { useId } from 'react';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import type { Photos } from './photo/photos.ts';
import './photo-picker.css';

export { type Photo, type Photos, type Upload, usePhotos } from './photo/photos.ts';

/** Taking and choosing photos; `photos` comes from `usePhotos`. On a phone the first button opens the camera. */
export function PhotoPicker({ photos, label }: { photos: Photos; label?: string }) {
  const t = useTexts('kit');
  const id = useId();
  const chosen = (files: FileList | null) => files && void photos.add(Array.from(files));
  return (
    <div className="photos">
      <ul>
        {photos.photos.map((photo, index) => (
          <li key={photo.key} className={`photo photo-${photo.state}`}>
            <img src={photo.preview} alt={t('photo.nth', { n: index + 1 })} />
            {(photo.state === 'shrinking' || photo.state === 'uploading') && (
              <span className="photo-progress" role="status">
                {t(photo.state === 'shrinking' ? 'photo.shrinking' : 'photo.uploading', { percent: photo.percent })}
              </span>
            )}
            {photo.state === 'failed' && (
              <button type="button" className="photo-progress" onClick={() => void photos.retry(photo.key)}>
                {t('photo.failed')}
              </button>
            )}
            <button
              type="button"
              className="photo-remove"
              aria-label={t('photo.remove', { n: index + 1 })}
              onClick={() => photos.remove(photo.key)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
        {photos.left > 0 && (
          <>
            <li className="photo photo-add photo-camera">
              <label htmlFor={`${id}-camera`}>
                <Icon name="camera" size={26} />
                {t('photo.camera')}
              </label>
              <input
                id={`${id}-camera`}
                type="file"
                accept="image/*"
                capture="environment"
                onChange={(event) => {
                  chosen(event.target.files);
                  event.target.value = '';
                }}
              />
            </li>
            <li className="photo photo-add">
              <label htmlFor={`${id}-file`}>
                <Icon name="photo" size={26} />
                {label ?? t('photo.add')}
              </label>
              <input
                id={`${id}-file`}
                type="file"
                accept="image/*"
                multiple
                onChange={(event) => {
                  chosen(event.target.files);
                  event.target.value = '';
                }}
              />
            </li>
          </>
        )}
      </ul>
      <p className={photos.refused ? 'field-problem' : 'field-hint'} role={photos.refused ? 'alert' : undefined}>
        {photos.refused
          ? t(`photo.${photos.refused.why}`, { name: photos.refused.name, size: photos.mostMegabytes })
          : t('photo.left', { count: photos.left })}
      </p>
    </div>
  );
}

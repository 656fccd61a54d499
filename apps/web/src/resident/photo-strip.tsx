import { useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import { useTexts } from '../shell/language.ts';
import './photo-strip.css';

export interface ShownPhoto {
  stage: string;
  url: string;
  previewUrl?: string | null;
}

/** Small pictures in a line; a press shows one large, with a way to the next. */
export function PhotoStrip({ photos }: { photos: readonly ShownPhoto[] }) {
  const t = useTexts('resident');
  const [open, setOpen] = useState<number | null>(null);
  const stage = (photo: ShownPhoto) => t(`photos.${['before', 'after'].includes(photo.stage) ? photo.stage : 'other'}`);
  const shown = open === null ? null : photos[open];
  return (
    <>
      <ul className="photo-strip">
        {photos.map((photo, index) => (
          <li key={photo.url}>
            <button type="button" onClick={() => setOpen(index)}>
              <img src={photo.previewUrl ?? photo.url} alt={t('photos.open', { n: index + 1, stage: stage(photo) })} loading="lazy" />
              {photo.stage !== 'other' && (
                <span className={`photo-stage photo-stage-${photo.stage}`} aria-hidden="true">
                  {stage(photo)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown && open !== null && (
        <Dialog
          open
          width={52}
          title={t('photos.viewer', { n: open + 1, all: photos.length })}
          onClose={() => setOpen(null)}
          actions={
            photos.length > 1 && (
              <>
                <button type="button" className="button" onClick={() => setOpen((open + photos.length - 1) % photos.length)}>
                  {t('photos.previous')}
                </button>
                <button type="button" className="button" onClick={() => setOpen((open + 1) % photos.length)}>
                  {t('photos.next')}
                </button>
              </>
            )
          }
        >
          <figure className="photo-large">
            <img src={shown.url} alt={`${t('photos.viewer', { n: open + 1, all: photos.length })} ${stage(shown)}`} />
            <figcaption>{stage(shown)}</figcaption>
          </figure>
        </Dialog>
      )}
    </>
  );
}

/** Files that are no pictures, to be saved. */
export function FileLinks({ files }: { files: readonly { id: string; name: string; url: string }[] }) {
  const t = useTexts('resident');
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.url} download aria-label={t('photos.file', { name: file.name })}>
            <Icon name="download" />
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

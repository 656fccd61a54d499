import { type ReactNode, useState } from 'react';
import { confirm } from '../../kit/confirm.tsx';
import { DueText } from '../../kit/due-text.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ErrorState } from '../../kit/error-state.tsx';
import { Icon, iconNames } from '../../kit/icon.tsx';
import { KeyHint } from '../../kit/keys.tsx';
import { Loading } from '../../kit/loading.tsx';
import { PageHeader } from '../../kit/page-header.tsx';
import { PhotoPicker, usePhotos } from '../../kit/photo-picker.tsx';
import { StateTag, Tag, tones } from '../../kit/state-tag.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { toast } from '../../kit/toast.tsx';
import { useTexts } from '../../shell/language.ts';
import { Figures } from './figures.tsx';
import { Forms } from './forms.tsx';
import { Lists } from './lists.tsx';
import { Words } from './words.tsx';
import './page.css';

/** The kit's parts, alive: for who writes a page and for who judges how it looks in both languages and schemes. */
export default function KitPage() {
  const t = useTexts('kitPage');
  const photos = usePhotos({ max: 3 });
  const [now] = useState(() => Date.now());
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  return (
    <main id="main" tabIndex={-1} className="kit-page">
      <PageHeader title={t('title')} meta={t('meta')} />
      <Part name="StateTag · Tag" plain>
        <div className="pills">
          {tones.map((tone) => (
            <StateTag key={tone} tone={tone}>
              {t(`tone.${tone}`)}
            </StateTag>
          ))}
        </div>
        <div className="pills">
          {(['grey', 'blue', 'green', 'amber', 'red', 'violet'] as const).map((tone) => (
            <Tag key={tone} tone={tone}>
              {tone}
            </Tag>
          ))}
        </div>
      </Part>
      <Part name="DueText" plain>
        <div className="pills kit-page-due">
          {[80, 30, 5.5, 2.6, 0.4, -0.5, -5, -52].map((hours) => (
            <DueText key={hours} dueAt={at(hours)} />
          ))}
          <DueText dueAt={at(2)} paused />
          <DueText dueAt={at(-20)} endedAt={at(-24)} />
          <DueText dueAt={at(-30)} endedAt={at(-24)} />
          <DueText dueAt={null} />
        </div>
      </Part>
      <Part name="button · pill · Confirm · toast · KeyHint" plain>
        <div className="pills">
          <button type="button" className="button button-primary" onClick={() => toast(t('done'))}>
            {t('primary')}
          </button>
          <button type="button" className="button" onClick={() => toast(t('problem'), 'problem')}>
            {t('normal')}
          </button>
          <button
            type="button"
            className="button button-danger"
            onClick={() => void confirm({ title: t('ask'), body: t('askBody'), action: t('danger'), danger: true })}
          >
            {t('danger')}
          </button>
          <button type="button" className="button button-quiet">
            <Icon name="more" />
            {t('quiet')}
          </button>
          <button type="button" className="button button-primary" disabled>
            {t('primary')}
          </button>
          <KeyHint keys="mod+Enter" />
          <KeyHint keys="g c" />
          <KeyHint keys="?" />
        </div>
      </Part>
      <Part name="Timeline" plain>
        <Timeline
          label={t('history')}
          items={[
            { id: 3, at: at(-1), title: t('entry.sign'), by: t('entry.signBy'), tone: 'busy' },
            {
              id: 2,
              at: at(-3),
              title: t('entry.dispatch'),
              by: t('entry.dispatchBy'),
              body: t('entry.dispatchNote'),
              tone: 'turn',
              mark: <Tag>{t('internal')}</Tag>,
            },
            { id: 1, at: at(-50), title: t('entry.open'), by: t('entry.openBy'), tone: 'new' },
          ]}
        />
      </Part>
      <Words />
      <Forms />
      <Lists at={at} />
      <Figures />
      <Part name="PhotoPicker · usePhotos" plain>
        <PhotoPicker photos={photos} />
      </Part>
      <Part name="Loading · Empty · ErrorState" plain>
        <div className="kit-page-three">
          <Loading />
          <Empty hint={t('emptyHint')} />
          <ErrorState problem={{ code: 'offline', title: '', status: 0, trace: '7f3a' }} onRetry={() => toast(t('done'))} />
        </div>
      </Part>
      <Part name="Icon" plain>
        <ul className="kit-page-icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} size={22} />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Part>
    </main>
  );
}

/** One part under its name; `plain` ones need no component library and may be used on the phone and in public. */
export function Part({ name, plain, children }: { name: string; plain?: boolean; children: ReactNode }) {
  const t = useTexts('kitPage');
  return (
    <section className="kit-page-part card">
      <h2>
        <code>{name}</code>
        <Tag tone={plain ? 'green' : 'grey'}>{t(plain ? 'plain' : 'console')}</Tag>
      </h2>
      {children}
    </section>
  );
}

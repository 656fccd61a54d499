import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../../kit/icon.tsx';
import { useProblemText } from '../../kit/problem-text.ts';
import { Tag } from '../../kit/state-tag.tsx';
import { toast } from '../../kit/toast.tsx';
import { type ApiProblem, addressOf } from '../../shell/api.ts';
import { useTexts } from '../../shell/language.ts';
import { sendFile } from '../../shell/upload.ts';
import { Lightbox } from './lightbox.tsx';

const stages = ['before', 'after', 'other'] as const;
const audiences = ['internal', 'reporter', 'public'] as const;

/** Photos with a full view, other files as downloads, and a way to add either. */
export function Files({ matter }: { matter: MatterDetail }) {
  const t = useTexts('case');
  const photos = matter.files.filter(({ kind }) => kind === 'photo');
  const others = matter.files.filter(({ kind }) => kind !== 'photo');
  const [shown, setShown] = useState<number | null>(null);
  return (
    <section className="card case-card" aria-labelledby="case-files">
      <h2 id="case-files">{t('files.title')}</h2>
      {matter.files.length === 0 && <p className="field-hint">{t('files.none')}</p>}
      {photos.length > 0 && (
        <ul className="case-photos">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <button type="button" aria-label={t('files.open', { name: photo.name })} onClick={() => setShown(index)}>
                <img src={photo.previewUrl ?? photo.url} alt="" loading="lazy" />
                {photo.stage !== 'other' && <Tag tone={photo.stage === 'after' ? 'green' : 'amber'}>{t(`files.stage.${photo.stage}`)}</Tag>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="case-attachments">
          {others.map((file) => (
            <li key={file.id}>
              <a href={file.url} download>
                <Icon name="download" /> {file.name}
              </a>
              <small>{t('files.size', { size: Math.max(1, Math.round(file.size / 1024)) })}</small>
              <Tag>{t(`matter:audience.${file.visibility}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
      <AddFile number={matter.number} />
      {shown !== null && <Lightbox photos={photos} at={shown} onMove={setShown} onClose={() => setShown(null)} />}
    </section>
  );
}

function AddFile({ number }: { number: string }) {
  const t = useTexts('case');
  const say = useProblemText();
  const client = useQueryClient();
  const [stage, setStage] = useState<(typeof stages)[number]>('other');
  const [visibility, setVisibility] = useState<(typeof audiences)[number]>('internal');
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const send = async (files: FileList | null) => {
    setProblem(null);
    try {
      for (const file of Array.from(files ?? [])) {
        setPercent(0);
        await sendFile(addressOf(matters.attach, { params: { number }, query: { visibility, stage } }), file, file.name, setPercent);
      }
      if (files?.length) toast(t('files.added'));
    } catch (refusal) {
      setProblem(refusal as ApiProblem);
    }
    setPercent(null);
    await client.invalidateQueries({ queryKey: [matters.read.name] });
  };
  return (
    <div className="case-add-file">
      <label className="button">
        <Icon name="upload" />
        {percent === null ? t('files.add') : t('files.sending', { percent })}
        <input
          type="file"
          multiple
          className="visually-hidden"
          aria-label={t('files.add')}
          disabled={percent !== null}
          onChange={(event) => {
            void send(event.target.files).then(() => {
              event.target.value = '';
            });
          }}
        />
      </label>
      <Select
        label={t('files.stageLabel')}
        value={stage}
        onChange={setStage}
        options={stages.map((one) => ({ value: one, label: t(`files.stage.${one}`) }))}
      />
      <Select
        label={t('files.audienceLabel')}
        value={visibility}
        onChange={setVisibility}
        options={audiences.map((one) => ({ value: one, label: t(`matter:audience.${one}`) }))}
      />
      {problem && (
        <p className="field-problem" role="alert">
          {say(problem)}
        </p>
      )}
    </div>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}

/** One of a few in the browser's own control. */
function Select<Value extends string>({ label, value, onChange, options }: SelectProps<Value>) {
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as Value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

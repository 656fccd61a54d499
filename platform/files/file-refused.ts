import { Refusal } from '@gongzhi/platform/problems';

const reasons = {
  empty: { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'too-large': { status: 413, zh: '文件太大。', en: 'The file is too large.' },
  'type-not-allowed': {
    status: 415,
    zh: '不接受这种文件。可上传照片，以及 pdf、docx、xlsx、csv、txt、mp3、m4a、amr、wav、mp4。',
    en: 'This kind of file is not taken. Photos are, and pdf, docx, xlsx, csv, txt, mp3, m4a, amr, wav, mp4.',
  },
  markup: { status: 415, zh: '不接受网页、SVG 和其他标记文件。', en: 'Web pages, SVG and other markup are not taken.' },
  script: { status: 415, zh: '不接受脚本和程序。', en: 'Scripts and programs are not taken.' },
  archive: { status: 415, zh: '不接受压缩包：请逐个上传其中的文件。', en: 'Archives are not taken: upload the files one by one.' },
  'old-office': {
    status: 415,
    zh: '这是旧式或加密的 Office 文件：请另存为不带密码的 docx 或 xlsx。',
    en: 'This is an old or encrypted Office file: save it as docx or xlsx without a password.',
  },
  'active-content': {
    status: 415,
    zh: '文件含有宏、脚本或自动执行的内容。',
    en: 'The file holds macros, scripts or content that runs by itself.',
  },
  'two-in-one': { status: 415, zh: '文件后面还藏着另一个文件。', en: 'Another file hides behind the end of this one.' },
  broken: { status: 422, zh: '文件不完整或已损坏。', en: 'The file is truncated or damaged.' },
  'not-a-photo': {
    status: 415,
    zh: '内容不是照片：请用 JPEG、PNG、WebP、GIF 或 AVIF。',
    en: 'The content is no photo: use JPEG, PNG, WebP, GIF or AVIF.',
  },
  heic: {
    status: 415,
    zh: '这里无法读取 HEIC 照片：请在手机相机设置中选择“兼容性最佳”，或转为 JPEG。',
    en: 'HEIC photos cannot be read here: choose “Most Compatible” in the camera settings of the phone, or convert to JPEG.',
  },
  'too-many-pixels': { status: 413, zh: '照片的像素太多。', en: 'The photo has too many pixels.' },
} as const;

export type FileRefusal = keyof typeof reasons;

/** How this folder says no: `code` is stable (`file-` and the reason), `reason` is for people in both languages. */
export class FileRefused extends Refusal {
  readonly reason: { zh: string; en: string };

  constructor(refusal: FileRefusal, detail?: string, cause?: unknown) {
    const { status, zh, en } = reasons[refusal];
    super(`file-${refusal}`, status, en, { detail, errors: [{ field: 'file', reason: en }], more: { reason: { zh, en } } });
    this.name = 'FileRefused';
    this.reason = { zh, en };
    this.cause = cause;
  }
}

import { Refusal } from '@gongzhi/platform/problems';

const reasons = {
  empty: { zh: '文件是空的，没有任何一行。', en: 'The file is empty: it holds no row.' },
  'too-large': { zh: '文件太大，超过允许的字节数。', en: 'The file is larger than allowed.' },
  'not-a-spreadsheet': { zh: '文件内容不是表格：请提供 CSV 或 XLSX。', en: 'The content is not a spreadsheet: give a CSV or XLSX file.' },
  'old-workbook': {
    zh: '这是旧式 .xls 工作簿：请用 Excel 或 WPS 另存为 .xlsx。',
    en: 'This is an old .xls workbook: save it as .xlsx in Excel or WPS.',
  },
  encrypted: { zh: '工作簿有密码：请去掉密码后再上传。', en: 'The workbook is protected by a password: remove it and try again.' },
  'binary-workbook': { zh: '这是 .xlsb 二进制工作簿：请另存为 .xlsx。', en: 'This is a binary .xlsb workbook: save it as .xlsx.' },
  'open-document': { zh: '这是 .ods 表格：请另存为 .xlsx 或 CSV。', en: 'This is an .ods spreadsheet: save it as .xlsx or CSV.' },
  'web-page': {
    zh: '文件其实是网页（常见于系统导出的假 .xls）：请在 Excel 中打开并另存为 .xlsx。',
    en: 'The file is really a web page (some systems export these as .xls): open it in Excel and save it as .xlsx.',
  },
  'archive-swells': {
    zh: '压缩包解开后过大或压缩比异常，已拒绝。',
    en: 'The archive swells beyond the allowed size or ratio when unpacked.',
  },
  'archive-too-many': { zh: '压缩包内文件过多，已拒绝。', en: 'The archive holds too many entries.' },
  'archive-path': { zh: '压缩包内含有不安全的路径，已拒绝。', en: 'The archive holds an unsafe path name.' },
  'broken-archive': { zh: '文件不完整或已损坏，无法解开。', en: 'The file is truncated or damaged and cannot be unpacked.' },
  'broken-workbook': { zh: '工作簿内容已损坏或不合规范。', en: 'The content of the workbook is damaged or against the format.' },
  'broken-csv': {
    zh: 'CSV 内容有误，多半是引号没有成对。',
    en: 'The CSV is malformed, most likely a quotation mark that is never closed.',
  },
  'unknown-encoding': {
    zh: '无法按所选编码读取文字：请换一种编码（UTF-8、UTF-16 或 GB18030）。',
    en: 'The text cannot be read in this encoding: choose another (UTF-8, UTF-16 or GB18030).',
  },
  'sheet-missing': { zh: '工作簿中没有这个工作表。', en: 'The workbook has no such sheet.' },
  'too-many-columns': { zh: '列数超过允许的上限。', en: 'There are more columns than allowed.' },
  'text-too-long': { zh: '单个单元格或单行的文字过长。', en: 'A single cell or row holds too much text.' },
} as const;

export type SpreadsheetRefusal = keyof typeof reasons;

/**
 * How this folder says no. `code` is stable (`spreadsheet-` and the refusal); `reason` is for people, in both languages; `detail` in the
 * options narrows it (a row, a sheet, an entry) and never holds what the cells say.
 */
export class SpreadsheetRefused extends Refusal {
  readonly refusal: SpreadsheetRefusal;
  readonly reason: { zh: string; en: string };

  constructor(refusal: SpreadsheetRefusal, detail: string | null = null, cause?: unknown) {
    const reason = reasons[refusal];
    super(`spreadsheet-${refusal}`, refusal === 'too-large' ? 413 : 422, reason.en, {
      detail: detail ?? undefined,
      errors: [{ field: 'file', reason: reason.en }],
      more: { reason },
    });
    this.name = 'SpreadsheetRefused';
    this.refusal = refusal;
    this.reason = reason;
    this.cause = cause;
  }
}

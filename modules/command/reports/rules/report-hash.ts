import { createHash } from 'node:crypto';
import type { ReportFigures, ReportSection } from '@gongzhi/contract/reports';

interface Content {
  areaCode: string;
  month: string;
  edition: number;
  title: string;
  sections: readonly ReportSection[];
  figures: ReportFigures;
}

/** SHA-256 over what is issued, with keys in order: the database may give them back in another one. */
export function reportHash({ areaCode, month, edition, title, sections, figures }: Content): string {
  return createHash('sha256').update(canonical({ areaCode, month, edition, title, sections, figures })).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`;
}

import type { ReportFigures, ReportSection } from '@gongzhi/contract/reports';

export interface ReportTable {
  heads: string[];
  rows: string[][];
}

const percent = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);

/** The table that stands in a section; null where it has none. */
export function tableOf(key: ReportSection['key'], figures: ReportFigures): ReportTable | null {
  switch (key) {
    case 'trend':
      return {
        heads: ['日期', '诉求', '办结'],
        rows: figures.days.map((one) => [one.day.slice(5), String(one.reported), String(one.closed)]),
      };
    case 'areas':
      return {
        heads: ['区域', '诉求', '办结', '超期未结', '按时办结率', '满意率'],
        rows: figures.areas.map((one) => [
          one.name,
          String(one.reported),
          String(one.closed),
          String(one.openOverdue),
          percent(one.onTime),
          percent(one.satisfaction),
        ]),
      };
    case 'categories':
      return {
        heads: ['类别', '诉求', '占比'],
        rows: figures.categories.map((one) => [one.name, String(one.reported), percent(one.share)]),
      };
    case 'cases':
      return figures.cases.length === 0
        ? null
        : {
            heads: ['编号', '事项', '区域', '承办单位', '提出日期'],
            rows: figures.cases.map((one) => [one.number, one.title, one.areaName, one.unit ?? '—', one.openedAt.slice(0, 10)]),
          };
    default:
      return null;
  }
}

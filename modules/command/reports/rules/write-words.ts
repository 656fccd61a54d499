import type { ReportFigures, ReportSection } from '@gongzhi/contract/reports';

const percent = (value: number | null) => (value === null ? '暂无数据' : `${(value * 100).toFixed(1)}%`);
/** 比上月增加 12 件（8.1%）; equal numbers are said to be equal. */
export function against(now: number, then: number, whom: string): string {
  if (then === 0) return `${whom}没有可比数据`;
  if (now === then) return `与${whom}持平`;
  const more = now - then;
  return `比${whom}${more > 0 ? '增加' : '减少'} ${Math.abs(more)} 件（${((100 * Math.abs(more)) / then).toFixed(1)}%）`;
}

/**
 * The words of a report from its figures: nothing is said that the figures do not say. People edit it afterwards; the headings are those of the
 * reports that offices write.
 */
export function writeWords(areaName: string, month: string, figures: ReportFigures): { title: string; sections: ReportSection[] } {
  const [year, name] = month.split('-') as [string, string];
  const { total, before, areas, categories, patrol, cases } = figures;
  const busiest = areas.toSorted((a, b) => b.reported - a.reported).slice(0, 3);
  const latest = areas.filter((area) => area.openOverdue > 0).toSorted((a, b) => b.openOverdue - a.openOverdue);
  const slowest = areas.filter((area) => area.onTime !== null).toSorted((a, b) => (a.onTime ?? 1) - (b.onTime ?? 1))[0];
  const top = categories.slice(0, 3);
  const peak = figures.days.toSorted((a, b) => b.reported - a.reported)[0];
  const section = (key: ReportSection['key'], heading: string, ...lines: (string | null | undefined | false)[]): ReportSection => ({
    key,
    heading,
    text: lines.filter(Boolean).join('\n'),
  });
  return {
    title: `${areaName} ${year} 年 ${Number(name)} 月群众诉求办理情况月报`,
    sections: [
      section(
        'summary',
        '一、总体情况',
        `本月共收到群众诉求 ${total.reported} 件，${against(total.reported, before.month.reported, '上月')}，${against(total.reported, before.year.reported, '去年同期')}。`,
        `办结 ${total.closed} 件，按时办结率 ${percent(total.onTime)}；响应率 ${percent(total.response)}，解决率 ${percent(total.resolution)}，满意率 ${percent(total.satisfaction)}。`,
        `月末在办 ${total.open} 件，其中超期未结 ${total.openOverdue} 件。`,
      ),
      section(
        'trend',
        '二、每日走势',
        peak && peak.reported > 0 && `诉求最多的一天是 ${Number(peak.day.slice(8))} 日，共 ${peak.reported} 件。`,
      ),
      section(
        'areas',
        '三、各区域情况',
        busiest.length > 0 && `诉求较多的是${busiest.map((area) => `${area.name}（${area.reported} 件）`).join('、')}。`,
        slowest && slowest.onTime !== null && slowest.onTime < 1 && `按时办结率最低的是${slowest.name}（${percent(slowest.onTime)}）。`,
        latest.length > 0 &&
          `超期未结较多的是${latest
            .slice(0, 3)
            .map((area) => `${area.name}（${area.openOverdue} 件）`)
            .join('、')}。`,
      ),
      section(
        'categories',
        '四、反映集中的问题',
        top.length > 0 && `反映最集中的是${top.map((one) => `${one.name}（${one.reported} 件，占 ${percent(one.share)}）`).join('、')}。`,
      ),
      section(
        'patrol',
        '五、网格巡查',
        patrol.planned > 0 &&
          `应走访点位 ${patrol.planned} 次，覆盖率 ${percent((patrol.planned - patrol.missed) / patrol.planned)}，漏巡 ${patrol.missed} 次。`,
        `巡查发现问题 ${patrol.findings} 个，当场解决 ${patrol.solved} 个，转为诉求 ${patrol.cases} 件；入户走访 ${patrol.visits} 户次。`,
      ),
      section(
        'cases',
        '六、需要督促的事项',
        cases.length > 0 ? `以下 ${cases.length} 件超期时间最长，请承办单位说明情况。` : '本月末没有超期未结的诉求。',
      ),
      section('next', '七、下月工作', ''),
    ],
  };
}

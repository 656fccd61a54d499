import type { AreaRow } from '../areas/area-row.ts';

export interface ThemeDemo {
  month: string;
  areaCode: string;
  category: string;
  title: string;
  why: string;
  steps: { text: string; owner: string; dueOn: string; doneOn: string | null }[];
  state: 'running' | 'closed';
}

/** Themes of the district: one that was closed four months ago, and the one of this month. Invented. */
export function createThemes(areas: readonly AreaRow[], now: Date): ThemeDemo[] {
  const areaCode = areas.find((area) => area.level === 'district')?.code ?? '';
  const local = new Date(now.getTime() + 8 * 3_600_000);
  const month = (back: number) => new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  const step = (at: string, day: string, text: string, owner: string, done: boolean) => ({
    text,
    owner,
    dueOn: `${at}-${day}`,
    doneOn: done ? `${at}-${day}` : null,
  });
  return [
    {
      month: month(4),
      areaCode,
      category: '0202',
      title: '背街小巷路灯专项治理',
      why: '连续三个月路灯类诉求居前，且多为重复反映。',
      steps: [
        step(month(4), '08', '逐巷摸排路灯，建立一灯一档', '城市管理部门', true),
        step(month(4), '18', '更换老化线路和灯具', '城市管理部门', true),
        step(month(4), '28', '网格夜巡回头看', '各街道', true),
      ],
      state: 'closed',
    },
    {
      month: month(0),
      areaCode,
      category: '0306',
      title: '居民小区停车秩序治理',
      why: '热点扫描连续两周在老旧小区集中出现。',
      steps: [
        step(month(0), '05', '召开议事会征求意见', '各社区', local.getUTCDate() >= 5),
        step(month(0), '15', '划线增设错时车位', '各街道', local.getUTCDate() >= 15),
        step(month(0), '25', '效果回访', '指挥中心', false),
      ],
      state: 'running',
    },
  ];
}

import type { Frequency } from '@gongzhi/contract/tasks';

/** What one department wants done in communities. */
export interface DepartmentWork {
  title: string;
  /** What is counted in the form; null: the task has none. */
  counts: string | null;
  type: 'work' | 'form' | 'evaluation';
  frequency: Frequency;
  level: 'community' | 'grid';
  minutes: number;
  item: string | null;
}

const work = (title: string, counts: string | null, more: Partial<DepartmentWork> = {}): DepartmentWork => ({
  ...{ title, counts, type: 'work', frequency: 'monthly', level: 'community', minutes: 120, item: null },
  ...more,
});

/** In the order of the departments of the demo district. */
export const departmentWork: readonly DepartmentWork[] = [
  work('背街小巷市容巡查', '占道点位数', { level: 'grid', minutes: 40 }),
  work('房屋安全隐患排查', '隐患房屋数', { item: 'X-011', level: 'grid', minutes: 60 }),
  work('违法建设线索摸排', '线索条数'),
  work('二次供水水箱检查', '水箱个数', { item: 'X-007' }),
  work('行道树病虫害摸排', '病害株数', { frequency: 'quarterly' }),
  work('餐饮油烟扰民摸排', '点位数'),
  work('公交站点环境巡查', '站点数', { frequency: 'quarterly' }),
  work('流动人口登记协助', '新增登记人数', { item: 'X-006' }),
  work('电动自行车头盔佩戴劝导', null, { minutes: 90 }),
  work('消防通道巡查', '堵塞处数', { item: 'X-002', level: 'grid', minutes: 45 }),
  work('控辍保学走访', '走访户数', { frequency: 'quarterly' }),
  work('文化活动室开放情况填报', '开放小时数', { type: 'form', minutes: 30 }),
  work('健身器材完好情况填报', '损坏件数', { type: 'form', minutes: 30 }),
  work('高龄老人健康随访协助', '随访人数'),
  work('医疗保险参保动员', '动员户数', { item: 'X-012' }),
  work('就业困难人员摸底', '人员数', { item: 'X-010' }),
  work('食品小作坊摸底', '小作坊数', { item: 'X-005' }),
  work('便民商业网点填报', '网点数', { type: 'form', frequency: 'quarterly', minutes: 45 }),
  work('高龄津贴资格核对', '核对人数', { item: 'X-004' }),
  work('退役军人信息核对', '核对人数', { item: 'X-008' }),
  work('残疾人辅具需求填报', '需求件数', { type: 'form' }),
  work('防汛物资检查', '缺损件数', { item: 'X-003' }),
  work('重点项目周边环境填报', '问题数', { type: 'form', frequency: 'quarterly' }),
  work('燃气安全入户检查', '隐患户数', { item: 'X-001', level: 'grid', minutes: 80 }),
  work('农贸市场周边巡查', '问题数'),
  work('法律援助需求摸底', '需求人数', { frequency: 'quarterly' }),
  work('便民服务事项满意度测评', null, { type: 'evaluation', frequency: 'quarterly', minutes: 60 }),
  work('通信线缆私拉乱接摸排', '处数'),
  work('惠民资金公示核对', '公示条数', { type: 'form', frequency: 'quarterly' }),
  work('社区公益金使用检查', null, { type: 'evaluation', frequency: 'quarterly', minutes: 150 }),
  work('人口变动抽样协助', '变动户数'),
  work('智慧终端在线率填报', '离线台数', { type: 'form', minutes: 20 }),
  work('初信初访回访协助', '回访件数'),
  work('户外劳动者驿站检查', null, { type: 'evaluation', frequency: 'quarterly' }),
  work('困境妇女儿童走访', '走访人数'),
  work('党员教育阵地检查', null, { type: 'evaluation', frequency: 'quarterly', minutes: 90 }),
  work('宣传栏更新情况检查', null, { type: 'evaluation', minutes: 30 }),
  work('社区工作者岗位情况填报', '在岗天数', { type: 'form' }),
];

import type { Role } from '@gongzhi/contract/permissions';

/** One look of the tour: where, and what to see and try there. */
export interface Step {
  /** As in the lists of pages; `$number` and `$token` are found in the demo. */
  route: string;
  zh: string;
  en: string;
}

export interface Tour {
  /** Who walks it; null for nobody signed in. */
  who: Role | null;
  zh: string;
  en: string;
  width: number;
  steps: readonly Step[];
}

const desk = 1440;
const phone = 390;

/** Ten minutes for each role, in the demo district. */
export const tours: readonly Tour[] = [
  {
    who: null,
    zh: '居民',
    en: 'Resident',
    width: phone,
    steps: [
      {
        route: '/m',
        zh: '不登录也能反映。点右上角“大字”，整个页面变大。',
        en: 'Report without signing in. “Large type” at the top makes everything larger.',
      },
      {
        route: '/m/report',
        zh: '三步：写情况、拍照，选地点，提交。断开网络再提交一次，它会留在手机里。',
        en: 'Three steps: words and photos, the place, send. Cut the network and send again: it stays on the phone.',
      },
      {
        route: '/follow/$token',
        zh: '凭链接看进度、补充情况、评价结果。',
        en: 'The link shows progress, takes more information and the rating.',
      },
      {
        route: '/wall',
        zh: '大家反映了什么、谁在办、办得怎么样；按区域、类别、状态找，看地图，订阅。',
        en: 'What people reported, who handles it, what came of it; by area, topic and state, on the map, as a feed.',
      },
      {
        route: '/wall/$number',
        zh: '一件诉求的承办单位、措施、时限、结果和评论。关掉脚本也能看。',
        en: 'One case with owner, measure, deadline, result and comments. It reads without a script, too.',
      },
    ],
  },
  {
    who: 'hotline-operator',
    zh: '热线话务员',
    en: 'Hotline operator',
    width: desk,
    steps: [
      { route: '/console', zh: '先看最急的。', en: 'What burns first.' },
      {
        route: '/console/desk',
        zh: '全程键盘登记一通来电：来电记录、地址、类别建议、相似诉求。',
        en: 'Record a call by keyboard alone: the caller’s history, address, suggested topic, similar cases.',
      },
      { route: '/console/cases', zh: '在列表里找到刚才登记的那件。', en: 'Find the case just recorded in the list.' },
    ],
  },
  {
    who: 'dispatcher',
    zh: '派单员',
    en: 'Dispatcher',
    width: desk,
    steps: [
      { route: '/console', zh: '我的工作台：即将超时、等我裁定的。', en: 'My workbench: about to be late, waiting for my decision.' },
      {
        route: '/console/dispatch',
        zh: '看建议单位和把握，逐件或成批派单。',
        en: 'The suggested unit and its confidence; dispatch one by one or in batches.',
      },
      {
        route: '/console/cases/$number',
        zh: '一件诉求的全部：时限怎么算、谁在办、历史。',
        en: 'All of one case: how its deadline was computed, who handles it, its history.',
      },
      { route: '/console/map', zh: '按网格看，按指标着色。', en: 'By grid, coloured by a figure.' },
      {
        route: '/console/figures',
        zh: '响应率、解决率、满意率，点进去看到每一件。',
        en: 'Response, resolution and satisfaction; each figure opens its rows.',
      },
    ],
  },
  {
    who: 'department-handler',
    zh: '部门经办人',
    en: 'Department handler',
    width: phone,
    steps: [
      { route: '/m/tasks', zh: '按时限或距离排好的任务。', en: 'Tasks by deadline or by distance.' },
      {
        route: '/m/task/$number',
        zh: '签收、到场、带照片反馈；没有网络时先存在手机上，别人先办了会问您。',
        en: 'Sign, arrive, feed back with photos; without a network it waits on the phone, and asks where somebody else was first.',
      },
    ],
  },
  {
    who: 'grid-officer',
    zh: '网格员',
    en: 'Grid officer',
    width: phone,
    steps: [
      { route: '/m/grid', zh: '我的网格：在办的、地图、谁是谁。', en: 'My grid: what is open, the map, who is who.' },
      { route: '/m/record', zh: '替群众登记一件。', en: 'Record one for a resident.' },
    ],
  },
  {
    who: 'callback-staff',
    zh: '回访员',
    en: 'Call-back staff',
    width: desk,
    steps: [
      {
        route: '/console/call-back',
        zh: '按脚本回访，登记是否解决、满意几分。',
        en: 'Call back by the script; record whether it was solved and how satisfied they are.',
      },
    ],
  },
  {
    who: 'content-editor',
    zh: '公开编辑',
    en: 'Editor of the walls',
    width: desk,
    steps: [
      {
        route: '/console/walls',
        zh: '审核评论，决定什么上墙、怎样脱敏。',
        en: 'Moderate comments; decide what is published and how it is redacted.',
      },
    ],
  },
  {
    who: 'system-administrator',
    zh: '系统管理员',
    en: 'System administrator',
    width: desk,
    steps: [
      {
        route: '/console/admin/areas',
        zh: '在地图上改网格边界，缝隙和重叠会标出来。',
        en: 'Redraw a grid on the map; gaps and overlaps are shown.',
      },
      {
        route: '/console/admin/responsibility',
        zh: '责任清单，试一试“这件该谁办”。',
        en: 'The responsibility list; try “who would get this?”.',
      },
      { route: '/console/admin/calendars', zh: '一年的工作日、放假和补班。', en: 'A year of working days, holidays and make-up days.' },
    ],
  },
];

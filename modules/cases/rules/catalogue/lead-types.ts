import type { Bilingual } from '@gongzhi/contract/primitives';

/**
 * Kinds of unit that lead the work on a category. A place maps each to one of its own units in the responsibility list;
 * `subdistrict` and `community` mean the office or committee of the area where the case lies.
 */
export const leadTypes = {
  'urban-management': { zh: '城市管理', en: 'Urban management' },
  housing: { zh: '住房和城乡建设', en: 'Housing and construction' },
  planning: { zh: '自然资源和规划', en: 'Natural resources and planning' },
  water: { zh: '水务', en: 'Water' },
  'public-utilities': { zh: '燃气供热', en: 'Gas and heating' },
  development: { zh: '发展改革（电力、价格）', en: 'Development and reform (power, prices)' },
  communications: { zh: '工业和信息化（通信）', en: 'Industry and information technology' },
  landscape: { zh: '园林绿化', en: 'Parks and greening' },
  ecology: { zh: '生态环境', en: 'Ecology and environment' },
  transport: { zh: '交通运输', en: 'Transport' },
  police: { zh: '公安', en: 'Public security' },
  'traffic-police': { zh: '交警', en: 'Traffic police' },
  fire: { zh: '消防救援', en: 'Fire and rescue' },
  emergency: { zh: '应急管理', en: 'Emergency management' },
  education: { zh: '教育', en: 'Education' },
  culture: { zh: '文化和旅游', en: 'Culture and tourism' },
  health: { zh: '卫生健康', en: 'Health' },
  'medical-insurance': { zh: '医疗保障', en: 'Medical insurance' },
  labour: { zh: '人力资源和社会保障', en: 'Labour and social security' },
  market: { zh: '市场监督管理', en: 'Market supervision' },
  commerce: { zh: '商务', en: 'Commerce' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  agriculture: { zh: '农业农村', en: 'Agriculture and rural affairs' },
  'government-services': { zh: '政务服务', en: 'Government services' },
  'party-organisation': { zh: '组织工作', en: 'Party organisation work' },
  subdistrict: { zh: '街道（镇）', en: 'Subdistrict or town' },
  community: { zh: '社区（村）', en: 'Community or village' },
} as const satisfies Record<string, Bilingual>;

export type LeadType = keyof typeof leadTypes;

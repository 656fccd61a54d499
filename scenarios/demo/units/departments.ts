import type { LeadType } from '@gongzhi/cases/catalogue';

export interface DepartmentName {
  zh: string;
  en: string;
  short: string;
  /** What the department leads on, if residents' requests come to it at all. */
  leadType?: LeadType;
  party?: true;
}

/** The 38 departments of the demo district: usual names, no real unit. */
export const departments: readonly DepartmentName[] = [
  { zh: '城市管理局', en: 'Urban Management Bureau', short: '区城管局', leadType: 'urban-management' },
  { zh: '住房和城乡建设局', en: 'Housing and Construction Bureau', short: '区住建局', leadType: 'housing' },
  { zh: '自然资源和规划局', en: 'Natural Resources and Planning Bureau', short: '区资规局', leadType: 'planning' },
  { zh: '水务局', en: 'Water Bureau', short: '区水务局', leadType: 'water' },
  { zh: '园林绿化局', en: 'Parks and Greening Bureau', short: '区园林局', leadType: 'landscape' },
  { zh: '生态环境局', en: 'Ecology and Environment Bureau', short: '区生态环境局', leadType: 'ecology' },
  { zh: '交通运输局', en: 'Transport Bureau', short: '区交通局', leadType: 'transport' },
  { zh: '公安分局', en: 'Public Security Sub-bureau', short: '公安分局', leadType: 'police' },
  { zh: '交通警察大队', en: 'Traffic Police', short: '交警大队', leadType: 'traffic-police' },
  { zh: '消防救援大队', en: 'Fire and Rescue', short: '消防大队', leadType: 'fire' },
  { zh: '教育局', en: 'Education Bureau', short: '区教育局', leadType: 'education' },
  { zh: '文化和旅游局', en: 'Culture and Tourism Bureau', short: '区文旅局', leadType: 'culture' },
  { zh: '体育局', en: 'Sports Bureau', short: '区体育局' },
  { zh: '卫生健康局', en: 'Health Bureau', short: '区卫健局', leadType: 'health' },
  { zh: '医疗保障局', en: 'Medical Insurance Bureau', short: '区医保局', leadType: 'medical-insurance' },
  { zh: '人力资源和社会保障局', en: 'Human Resources and Social Security Bureau', short: '区人社局', leadType: 'labour' },
  { zh: '市场监督管理局', en: 'Market Supervision Bureau', short: '区市场监管局', leadType: 'market' },
  { zh: '商务局', en: 'Commerce Bureau', short: '区商务局', leadType: 'commerce' },
  { zh: '民政局', en: 'Civil Affairs Bureau', short: '区民政局', leadType: 'civil-affairs' },
  { zh: '退役军人事务局', en: 'Veterans Affairs Bureau', short: '区退役军人局' },
  { zh: '残疾人联合会', en: 'Disabled Persons’ Federation', short: '区残联' },
  { zh: '应急管理局', en: 'Emergency Management Bureau', short: '区应急局', leadType: 'emergency' },
  { zh: '发展和改革局', en: 'Development and Reform Bureau', short: '区发改局', leadType: 'development' },
  { zh: '公用事业服务中心', en: 'Public Utilities Centre', short: '区公用事业中心', leadType: 'public-utilities' },
  { zh: '农业农村局', en: 'Agriculture and Rural Affairs Bureau', short: '区农业农村局', leadType: 'agriculture' },
  { zh: '司法局', en: 'Justice Bureau', short: '区司法局' },
  { zh: '政务服务管理局', en: 'Government Services Bureau', short: '区政务局', leadType: 'government-services' },
  { zh: '科技和工业信息化局', en: 'Science, Industry and Information Bureau', short: '区科工信局', leadType: 'communications' },
  { zh: '财政局', en: 'Finance Bureau', short: '区财政局' },
  { zh: '审计局', en: 'Audit Bureau', short: '区审计局' },
  { zh: '统计局', en: 'Statistics Bureau', short: '区统计局' },
  { zh: '数据局', en: 'Data Bureau', short: '区数据局' },
  { zh: '信访局', en: 'Petitions Bureau', short: '区信访局' },
  { zh: '总工会', en: 'Federation of Trade Unions', short: '区总工会' },
  { zh: '妇女联合会', en: 'Women’s Federation', short: '区妇联' },
  { zh: '委组织部', en: 'Organisation Department', short: '区委组织部', leadType: 'party-organisation', party: true },
  { zh: '委宣传部', en: 'Publicity Department', short: '区委宣传部', party: true },
  { zh: '委社会工作部', en: 'Social Work Department', short: '区委社工部', party: true },
];

const brands =
  '锦安 宜家邻 惠邻 安澜 和润 瑞丰 恒信 祥泰 金管家 新邻里 德馨 嘉业 中澜 永固 明远 佳境 长青 盛和 康桥 卓越 万邻 同心 春晖 清禾'.split(
    ' ',
  );

/** Names of invented property companies, each once. */
export function propertyCompanyNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `${brands[i % brands.length]}${['物业服务', '物业管理', '城市服务'][Math.floor(i / brands.length)]}有限公司`,
  );
}

const publicUnits = [
  '供电所',
  '自来水营业所',
  '邮政支局',
  '税务所',
  '卫生服务中心',
  '公证处',
  '图书馆',
  '文化馆',
  '青少年宫',
  '疾控站',
  '血站',
  '粮食储备库',
  '客运站',
  '环卫所',
  '绿化队',
  '法律援助中心',
];
const firms = [
  '商贸',
  '建筑工程',
  '科技',
  '食品',
  '医药连锁',
  '酒店管理',
  '运输',
  '印务',
  '服装',
  '园林工程',
  '广告',
  '餐饮管理',
  '汽车服务',
  '装饰工程',
  '农产品',
  '电子',
];
const banks = ['农商银行', '城市银行', '信用合作社', '保险服务部'];
const schools = [
  '实验小学',
  '第一小学',
  '第二小学',
  '中心小学',
  '第三中学',
  '第五中学',
  '职业高中',
  '机关幼儿园',
  '中心幼儿园',
  '特殊教育学校',
];

/** The name of the `index`-th member unit, which lies in a community with the given stem; the register it would stand in. */
export function memberUnitName(index: number, stem: string, district: string): { name: string; register: '12' | '52' | '91' } {
  const pick = (list: readonly string[]) => list[Math.floor(index / 5) % list.length]!;
  switch (index % 5) {
    case 0:
      return { name: `${district}${stem}${pick(publicUnits)}`, register: '12' };
    case 1:
      return { name: `${district}${stem}${pick(schools)}`, register: '12' };
    case 2:
      return { name: `明湖${pick(banks)}${stem}支行`.replace(/(社|部)支行$/, '$1'), register: '91' };
    case 3:
      return {
        name: `${stem}${pick(['社会工作服务中心', '志愿者协会', '养老服务中心', '商会', '调解协会', '公益发展中心'])}`,
        register: '52',
      };
    default:
      return { name: `${stem}${pick(firms)}有限公司`, register: '91' };
  }
}

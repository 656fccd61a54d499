export interface DutyItemDemo {
  code: string;
  list: 'autonomy' | 'assistance' | 'purchasable' | 'forbidden';
  title: string;
  basis: string | null;
  active: boolean;
  clearedOn: string | null;
}

const autonomy = [
  ...['召集居民会议和居民代表会议', '制定和修订居民公约', '组织居民议事协商', '公开居务和财务', '调解邻里纠纷', '开展楼栋自治'],
  ...['组织志愿服务活动', '管理社区公益金', '开展文明楼院评选', '组织节日邻里活动', '开展小区环境整治日', '收集并反映居民意见'],
];
const assistance = [
  ...[
    '协助开展燃气安全入户检查',
    '协助开展消防安全宣传',
    '协助做好防汛转移安置',
    '协助做好高龄津贴资格核对',
    '协助开展食品安全宣传',
    '协助做好流动人口登记',
  ],
  ...[
    '协助开展二次供水设施检查',
    '协助做好退役军人信息核对',
    '协助开展垃圾分类入户宣传',
    '协助做好就业困难人员摸底',
    '协助开展房屋安全隐患排查',
  ],
  ...['协助做好医疗保险参保动员', '协助开展电动自行车充电检查', '协助做好公租房资格初核'],
];
const services = [
  '助餐',
  '助浴',
  '助医陪诊',
  '保洁',
  '代办',
  '探访',
  '心理疏导',
  '康复训练',
  '法律咨询',
  '文体辅导',
  '家电维修',
  '节日慰问',
];
const served = ['独居老人', '残疾居民', '困境儿童', '优抚对象'];
const cleared = [
  ...[
    '无犯罪记录',
    '居住情况',
    '婚姻状况',
    '亲属关系',
    '经济状况',
    '失业状态',
    '无业情况',
    '房屋产权',
    '银行卡挂失',
    '遗失物品',
    '在校情况',
    '健康状况',
  ],
  ...[
    '养犬情况',
    '车辆停放',
    '水电过户',
    '收养情况',
    '继承关系',
    '偿还能力',
    '政治面貌',
    '出生情况',
    '死亡原因',
    '工作经历',
    '居民品行',
    '企业经营',
  ],
  ...[
    '商户纳税',
    '社保缴纳',
    '公积金提取',
    '疫苗接种',
    '志愿时长',
    '学习积分',
    '网络投票',
    '公众号关注',
    '应用下载',
    '问卷调查',
    '知识竞赛',
    '普法考试',
  ],
  ...['节水宣传', '招商引资', '协税护税', '拆迁谈判', '行政执法', '经济普查', '保险推销', '报刊征订', '捐款认捐'],
];
const forms = [
  (what: string) => `由社区出具居民${what}证明`,
  (what: string) => `要求社区填报${what}纸质台账`,
  (what: string) => `对社区开展${what}专项考核`,
];
const numbered = (letter: string, index: number) => `${letter}-${String(index + 1).padStart(3, '0')}`;

/** The four lists of the demo district: 12 matters of autonomy, 14 of assistance, 46 to be bought, 135 that were cleared off the communities. All invented. */
export function createDutyItems(clearedOn: string): DutyItemDemo[] {
  const item = (list: DutyItemDemo['list'], letter: string, basis: string | null) => (title: string, index: number) => ({
    ...{ code: numbered(letter, index), list, title, basis, active: true },
    clearedOn: list === 'forbidden' ? clearedOn : null,
  });
  const purchasable = served.flatMap((who) => services.map((service) => `为${who}提供${service}服务`)).slice(0, 46);
  return [
    ...autonomy.map(item('autonomy', 'Z', '居民自治章程（演示）')),
    ...assistance.map(item('assistance', 'X', '协助事项指导目录（演示）')),
    ...purchasable.map(item('purchasable', 'G', '政府购买服务目录（演示）')),
    ...forms.flatMap((say) => cleared.map(say)).map(item('forbidden', 'J', '社区减负清理目录（演示）')),
  ];
}

/** What officers write on their rounds. Invented, without persons. */
export const findings = [
  '消防通道停了两辆电动车，联系车主挪走',
  '楼道口堆放旧沙发，影响通行',
  '路灯昨晚不亮，灯杆编号已拍照',
  '井盖翘起一角，已放锥桶提醒',
  '垃圾桶满溢，通知保洁清运',
  '绿化带里有枯枝，风大易折',
  '飞线充电，已劝导收起',
  '商铺占道摆放货架，已劝回店内',
  '广场健身器材螺丝松动',
  '下水口被落叶堵住，当场清开',
];
export const visits = [
  '看望独居老人，身体好，提醒用气安全',
  '新搬来的租户，登记并讲了垃圾分类',
  '走访商户，反映门前停车紧张',
  '询问暖气情况，温度正常',
  '送高龄补贴办理指南，约好下周代办',
  '了解孩子放学托管的需求',
];
export const diaries = [
  '今天和楼栋长碰头，说定周末清理地下室。',
  '几位居民商量把旧车棚改成充电点，记下等议事会。',
  '下雨前把低洼处又看了一遍，沙袋够用。',
  '有居民夸路口的减速带装得好。',
  '物业答应本周修好单元门禁。',
  '跳广场舞的音量降了，邻里说清静不少。',
];
/** The ten items with the share that is not in order. */
export const items = [
  { code: 'fire-lane', share: 0.09 },
  { code: 'e-bike', share: 0.11 },
  { code: 'wiring', share: 0.07 },
  { code: 'gas', share: 0.03 },
  { code: 'stairs', share: 0.12 },
  { code: 'extinguisher', share: 0.05 },
  { code: 'danger-wall', share: 0.02 },
  { code: 'manhole', share: 0.04 },
  { code: 'workshop', share: 0.02 },
  { code: 'water', share: 0.03 },
];

import { seeded } from '../rules/classifier/fit-margin.ts';

const matters: Record<string, readonly string[]> = {
  市容环卫: ['垃圾桶满了没有清运', '垃圾堆在路口发臭', '厨余垃圾遗撒一地', '保洁员几天没来扫地', '垃圾站气味很大', '大件垃圾没人拉走'],
  噪声扰民: [
    '夜里施工打桩吵得睡不着',
    '楼下广场舞音响太响',
    '烧烤店夜间喧哗',
    '装修电钻从早响到晚',
    '工地凌晨还在浇混凝土很吵',
    '酒吧低音炮震得窗户响',
  ],
  停车管理: [
    '消防通道被私家车堵住',
    '小区门口乱停车出不去',
    '盲道上停满了汽车',
    '僵尸车占着车位半年',
    '路口违章停车挡视线',
    '货车长期占道停放',
  ],
  供水供气: ['自来水发黄有铁锈味', '水压太低三楼没水', '停水两天没有通知', '燃气表不走数', '天然气阀门漏气有味道', '水管爆裂往外冒水'],
};
const places = ['桂花路', '东湖小区', '文昌巷', '幸福里', '学府街', '清水桥', '梧桐苑', '红旗广场'];
const asks = ['希望尽快处理', '请派人来看看', '已经反映多次', '麻烦解决一下', '给居民一个说法'];

/** Labelled messages made up from parts, the same for the same seed. */
export function inventedMessages(count: number, seed = 1): { title: string; text: string; label: string }[] {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const labels = Object.keys(matters);
  return Array.from({ length: count }, () => {
    const label = pick(labels);
    const said = matters[label] as readonly string[];
    const title = `${pick(places)}${pick(said)}`;
    return { title, text: `${title}，${pick(said)}，${pick(asks)}。`, label };
  });
}

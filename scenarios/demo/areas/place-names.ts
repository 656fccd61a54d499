// Invented names. None of them is meant for a real street, compound or village.

export const districtName = '明湖区';
export const riverName = '清漪河';
export const lakeName = '明湖';

/** Two-character stems that name communities of the town, each once. */
export const communityStems =
  '湖滨 望湖 柳岸 荷塘 观澜 采荷 映月 临湖 长亭 古渡 渡口 船坊 盐仓 米市 竹竿巷 书院 锦云 绣坊 织锦 云锦 染坊 梭子巷 彩虹 枫林 红叶 松岗 桐荫 翠屏 玉带 南薰 熏风 麦香 稻香 南苑 南浦 文庙 泮池 棂星 魁星 崇文 砚池 墨香 笔架 青石桥 石板街 八字桥 三眼井 双井 铁匠巷 鼓楼 东桥 虹桥 朝阳 晨光 东升 旭日 新河 新港 通济 运河湾 新安 惠民 永乐 安康 太平 长乐'.split(
    ' ',
  );

/** Names of communities and villages in the towns. */
export const townCommunities = '集镇 新街 河东 镇南 老街 中心'.split(' ');
export const villageStems =
  '柳塘 沙洲 芦荡 下坝 石磨 上岭 黄泥岗 竹园 白鹭 鹭鸣 草滩 渔湾 杏园 杏花 桃树湾 梨坪 三汊 大堰 小堰 高桥 槐树庄 桑园 麻塘 水车湾 砖窑 枣林'.split(
    ' ',
  );

const stems =
  '锦绣 翠湖 金桂 银杏 丹枫 碧波 阳光 华庭 紫荆 海棠 玉兰 丁香 清风 明月 云栖 雅居 福星 祥和 瑞景 盛世 嘉和 安居 康乐 怡景 景秀 滨江 临水 枫桥 柳浪 芙蓉 兰亭 梅园 竹韵 松涛 听雨 观山 望江 凤凰 金色 蓝湾 绿洲 水岸 城南 东湖 御景 书香 状元 博雅 学府 名仕 天骄 星河 時光 国色 四季 春晓 秋实 长虹 和谐 幸福'
    .replace('時光', '时光')
    .split(' ');
const endings = '花园 小区 苑 家园 公馆 新村 名邸 里 雅苑 华府 新城 佳园 公寓 国际 东院 西院 南区 北区 一期 二期'.split(' ');

/** Old work-unit compounds, as every older quarter has them. */
export const unitCompounds =
  '棉纺厂 机械厂 造船厂 粮食局 供销社 邮电局 水泵厂 轴承厂 农机站 运输公司 食品厂 印刷厂 搪瓷厂 面粉厂 木材公司 灯泡厂'.split(' ');

/** `count` names of compounds, each once. */
export function compoundNames(count: number): string[] {
  const names: string[] = [];
  for (let round = 0; names.length < count; round++) {
    const ending = endings[round % endings.length]!;
    for (const [i, stem] of stems.entries()) {
      // The endings move on with the stems, so that neighbours in the list do not sound alike.
      names.push(stem + endings[(endings.indexOf(ending) + i * 7) % endings.length]!);
    }
    if (round > endings.length) throw new RangeError(`no more than ${names.length} names of compounds`);
  }
  return names.slice(0, count);
}

const roadStems =
  '明湖 清漪 望湖 古渡 锦云 枫林 南薰 文庙 青石 东桥 新河 柳塘 石磨 白鹭 杏园 建设 解放 和平 团结 胜利 光明 前进 友谊 劳动 青年 文化 教育 体育 卫生 迎宾 站前 学院 科技 创业 兴业 工农 红旗 长征 富民 康庄 春晖 秋月 金水 银河 翠竹 丹桂 芳草 碧桃 朝霞 晚晴 飞鸿 听涛 临江 沿河 环湖 荷花 茶亭 石桥 花园 竹林 桃源 松柏 梧桐 樱花 紫藤 玉泉 龙井 虎丘 凤鸣 鹿鸣 鹤翔 渔歌 樵夫 耕读'.split(
    ' ',
  );
const roadKinds = ['路', '街', '大道', '东路', '西路', '南路', '北路', '巷', '中路', '横街'];

/** All names of roads, main roads first. */
export const roadNames: string[] = roadKinds.flatMap((kind) => roadStems.map((stem) => stem + kind));

export const shopNames =
  '老味道面馆 阿婆小厨 渔家小馆 川香缘 好再来饭店 小胖烧烤 夜猫子烧烤 江边大排档 喜洋洋早餐店 李记牛肉粉 便民超市 佳佳乐超市 鲜果时光 平价药房 康民大药房 快剪发屋 星动力健身 金嗓子KTV 蓝调音乐吧 速达快递驿站 邻里生鲜 万家五金 美缝建材 童乐园早教 启明星培训 博学堂 艺轩琴行 小精灵舞蹈 鸿运麻将馆 靓车洗车行 好运来棋牌 诚信二手车 优品家具 雅洁干洗 甜甜蛋糕房 沁心茶楼 福满楼酒家 乡里人家 鱼头泡饼 城市便捷旅馆'.split(
    ' ',
  );
export const schoolNames = '实验小学 第一小学 第二小学 第三中学 第五中学 育才小学 明湖中学 附属小学 外国语学校 职业技术学校'.split(' ');
export const kindergartenNames = '小太阳幼儿园 金贝幼儿园 春芽幼儿园 红苹果幼儿园 机关幼儿园 童话幼儿园 向日葵幼儿园'.split(' ');

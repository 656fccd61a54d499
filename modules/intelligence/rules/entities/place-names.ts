export interface PlaceName {
  text: string;
  from: number;
  to: number;
}

// Ends of names of places. Longer ones first, so that 幼儿园 is not 园.
const kinds =
  '工业园|产业园|科技园|幼儿园|派出所|居委会|村委会|菜市场|农贸市场|购物中心|火车站|高铁站|地铁站|汽车站|公交站|加油站|步行街|风景区|开发区|高新区|经开区|小区|社区|街道|大道|花园|家园|嘉园|公园|广场|大厦|公寓|新村|新城|学校|中学|小学|大学|学院|医院|市场|超市|商场|酒店|车站|大桥|大楼|水库|郡|府|苑|城|园|湾|庄|里|寺|塔|桥|路|街|巷|弄|胡同|村|镇|乡|屯|组|县|区|市|省|州|坪|岭|山|河|湖|江|塘';
// What stands before a name and is not of it.
const before =
  /^(?:没有|没|关于|反映|投诉|咨询|举报|建议|请求|希望|恳请|请问|请|在|从|到|往|至|去|来|位于|坐落|居住|家住|住在|我们|我是|我家|我|是|的|和|与|及|对|将|把|于|经|由|为|给|该|本|这|那|有|每|各|某|全|老|新|一个|一条|附近|旁边|门口|对面|领导|你好|您好|尊敬|买了|购买|购|住|现|就)+/;
const notNames = new Set(
  '我市,我县,我区,本市,本县,本区,全市,全县,全区,该市,该县,该区,小区,社区,街道,马路,公路,道路,铁路,大路,一路,学校,中学,小学,大学,医院,公园,广场,市场,超市,酒店,村里,家里,夜里,心里,手里,哪里,这里,那里,公里,城市,县城,农村,乡村,全村,本村,我村,村组,上城,老城,入园,校园,地区,市区,城区,园区,景区,社会,政府,乡镇,省市,全省,本省,我省,江河,大山,大桥,楼里,房里,里里,一区,二区,车里,院里,屋里,校区,片区,城里,公寓,大楼,大厦,幼儿园,派出所,居委会,村委会,菜市场,火车站,地铁站,汽车站,公交站,加油站,商场,开发区,一组,二组,线路,思路,出路,走路,修路,网路,电路,管路,绕路,让路,过马路,上街,逛街,事业'.split(
    ',',
  ),
);
const code = '[A-Za-z]{1,2}\\d{0,3}(?:市|区|县)';
const pattern = new RegExp(
  `${code}|[\\u4e00-\\u9fff]{1,8}?(?:${kinds})(?!${'(?:管理|建设|规划|领导|政策|干部|居民|业主|群众|卫生)'}[\\u4e00-\\u9fff]{0,0}$)`,
  'g',
);

/** Names of places in a text as far as their form tells: a name with its kind at the end, or a coded district such as A3区. */
export function placeNames(text: string): PlaceName[] {
  const found: PlaceName[] = [];
  for (const match of text.slice(0, 4000).matchAll(pattern)) {
    const lead = before.exec(match[0])?.[0].length ?? 0;
    const name = match[0].slice(lead);
    if (name.length < 2 || notNames.has(name)) continue;
    found.push({ text: name, from: match.index + lead, to: match.index + match[0].length });
  }
  return found;
}

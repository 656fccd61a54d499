// The two hundred most frequent surnames; rarer ones that are everyday words as well are left to the introduced forms.
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠郜晏栾郁商蒙喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲乐虞卞封竺冼楚佟栗匡宗台巫鞠僧桑荆谌银扬明沙伏岑习胥保蔺';
const double = '欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯|长孙|宇文|轩辕|南宫|独孤';
const surname = `(?:${double}|[${single}])`;
const given = '[\\u4e00-\\u9fff]';
const said = '(?:(?:的)?(?:姓名|名字)?(?:叫做?|是|为)?[ ::,，]{0,2})';
// Where a name ends: at a mark, or at a word that tells what the named one is or does.
const ends = '(?=$|[^\\u4e00-\\u9fff]|住|家住|系|现|是|在|的|于|今|曾|因|想|要|反映|投诉|来电|身份|电话|手机|联系|男|女|和|与|向)';

// Words of the trade that begin like a surname.
const everyday =
  '(?!单位|商[户家场贩]|项目|施工|管[理道网]|房[东管屋产间子]|车[主辆]|司[机法]|游客|社区|水[务电]|应[急聘该当]|安[全保排置装]|时[间段]|全[部体]|包[括工]|查[处看]|解[决释]|申请|万科|金[额融]|官方|计划|成[立功]|和[住其他]|石材|温馨|程序|方[便面]|相关|高[度层]|景区|龙头|来[自到说电]|周[围边]|任[的何]|关[于系心]|纪[委检]|方[式案法向]|成[绩本果]|陈[述旧列]|计算)';

// Surnames that begin a clause as often: told from names only where a title follows.
const clause = '(?![党向常边段席古路])';

const introduced: RegExp[] = [
  // “I am called …”: what follows is a name, whatever it is.
  new RegExp(`(?<=(?:我叫|我名叫|我的名字是|我名字叫|名叫|姓名|联系人|户主姓名|署名)${said})${given}{2,4}${ends}`, 'g'),
  new RegExp(`(?<=(?:我叫|我名叫|我的名字是|我名字叫|名叫|姓名|联系人|户主姓名|署名)${said})${surname}${given}{1,2}`, 'g'),
  // “I, …”, “the owner …”: a name only where it begins as one and ends as one.
  new RegExp(
    `(?=${surname})(?<=(?:本人|我是|业主|居民|住户|户主|租户|房东|邻居|投诉人|举报人|反映人|诉求人|申请人|当事人|负责人|法人|老板|经理)${said})${everyday}${clause}${surname}${given}{1,2}${ends}`,
    'g',
  ),
  // Whom the unit reached: a name where what follows the verb begins and ends as one and is no everyday word.
  new RegExp(
    `(?=${surname})(?<=(?:联系|联络|告知|致电|回复|答复|回访|走访|约见|见到|找到|询问|通知)(?:了|上|到)?)${everyday}${clause}${surname}${given}{1,2}${ends}`,
    'g',
  ),
  // Surname and title.
  new RegExp(
    `(?=${surname})${everyday}${surname}(?:${given}{0,2}?)(?=(?:先生|女士|小姐|师傅|大爷|大妈|大娘|阿姨|叔叔|奶奶|爷爷|老师|医生|同志|律师))`,
    'g',
  ),
  /(?<=我姓 ?)[\u4e00-\u9fff]{1,2}(?=$|[^\u4e00-\u9fff])/g,
  // Latin letters only where a name is announced.
  /(?<=(?:my name is|i am called|name:) {0,2})[a-z][a-z'-]+(?: [a-z][a-z'-]+){0,2}/gi,
];

/**
 * Where names of persons stand that somebody introduced, or that carry a title, in a folded text. A name that was introduced once is found
 * wherever it is said again.
 */
export function personNames(folded: string): (readonly [number, number])[] {
  const found = introduced.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
  );
  const again: (readonly [number, number])[] = [];
  for (const name of new Set(found.map(([from, to]) => folded.slice(from, to)))) {
    if (name.length < 2) continue;
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) again.push([at, at + name.length]);
  }
  return [...found, ...again];
}

import type { Random } from '../random.ts';

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const first = '志建国文明晓春秋海丽红小玉秀金永德家俊佳思雨子浩天宇欣梦婷雪艳芳桂兰长新立正学忠立成宏广庆景瑞云少振维启松柏冬立卫东';
const second = '强军伟勇杰涛波鹏辉斌刚平华民生明亮峰林龙飞超洋磊敏静丽艳娟霞芳燕玲萍梅英琴云莲兰珍蓉洁琳颖倩怡萱涵轩睿然晨阳宁安祥福贵财';

/** An invented name of two or three characters. */
export function personName(random: Random): string {
  const surname = surnames[random.below(surnames.length)]!;
  const given = second[random.below(second.length)]!;
  return random.chance(0.2) ? surname + given : surname + first[random.below(first.length)]! + given;
}

/** A telephone number that nobody can have: mobile numbers in China begin with 13 to 19. */
export function phoneNumber(random: Random): string {
  return `127${String(random.below(100_000_000)).padStart(8, '0')}`;
}

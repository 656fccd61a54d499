import type { BulkMatter } from '@gongzhi/matters';
import type { AreaRow } from '../areas/area-row.ts';
import { DAY, HOUR, MINUTE, storyCalendar } from '../cases/working-clock.ts';
import { idOf, timedIdOf } from '../ids.ts';
import { createRandom, type Random } from '../random.ts';
import { tell } from '../tasks/history.ts';
import { personName, phoneNumber } from '../units/person-names.ts';
import type { OrganisationRow } from '../units/rows.ts';
import type { Staff } from '../units/staff.ts';

export interface ResponderDemo {
  id: string;
  name: string;
  phone: string;
  areaCode: string;
  team: string;
  post: string;
  skills: string[];
}
export interface MemberDemo {
  responderId: string;
  calledAt: Date;
  coming: boolean | null;
  answeredAt: Date | null;
  signedAt: Date | null;
  signedBy: string | null;
  safeAt: Date | null;
  leftAt: Date | null;
}
export interface MusterDemo {
  matter: BulkMatter;
  rehearsal: boolean;
  longitude: number;
  latitude: number;
  radius: number;
  calledAt: Date;
  endedAt: Date;
  members: MemberDemo[];
  posts: { id: string; name: string; wanted: number }[];
  shifts: { id: string; postId: string; responderId: string; from: Date; until: Date; endedAt: Date }[];
  needs: { id: string; what: string; amount: string; at: Date; by: string; metAt: Date; metBy: string }[];
  counts: { id: string; at: Date; by: string; endedAt: Date; expected: number; safe: number }[];
}
export interface MustersDemo {
  responders: ResponderDemo[];
  musters: MusterDemo[];
}

/** As many members as the district has. */
export const MEMBERS = 8599;
const teams = ['党员先锋队', '防汛抢险队', '邻里守望队', '医疗服务队', '物业应急队', '青年突击队'];
const skills = [['引导'], ['排水', '抢险'], ['送餐', '陪护'], ['急救', '心理疏导'], ['水电', '排水'], ['通信', '驾驶']];
const posts = ['党员', '退役军人', '志愿者', '医护人员', '物业人员', '青年'];

/** People who can be called, and two musters of the past: a rainstorm that called all of them, and a rehearsal of one subdistrict. Invented. */
export function createMusters({
  seed,
  now,
  areas,
  organisations,
  staff,
}: {
  seed: number;
  now: Date;
  areas: readonly AreaRow[];
  organisations: readonly OrganisationRow[];
  staff: Staff;
}): MustersDemo {
  const random = createRandom(seed + 11);
  const grids = areas.filter((row) => row.level === 'grid');
  const responders = Array.from({ length: MEMBERS }, (_, index): ResponderDemo => {
    const kind = random.below(teams.length);
    const grid = grids[(index * 7) % grids.length]!;
    return {
      ...{ id: idOf(seed, 'responder', index), name: personName(random), phone: phoneNumber(random), areaCode: grid.code },
      ...{ team: teams[kind]!, post: posts[kind]!, skills: skills[kind]! },
    };
  });
  const district = areas.find((row) => row.level === 'district')!;
  const subdistrict = areas.filter((row) => row.level === 'subdistrict')[2]!;
  const leader = staff.actors(organisations.find((row) => row.type === 'district-government')!.id, 'district-leader')[0]!;
  const today = now.getTime();
  const shared = { seed, random, responders, leader, now };
  return {
    responders,
    musters: [
      musterOf({ ...shared, area: district, at: today - 61 * DAY, title: '特大暴雨防汛集结', rehearsal: false, index: 0 }),
      musterOf({ ...shared, area: subdistrict, at: today - 96 * DAY, title: '汛前防汛演练', rehearsal: true, index: 1 }),
    ],
  };
}

interface Story {
  seed: number;
  random: Random;
  responders: readonly ResponderDemo[];
  leader: ReturnType<Staff['actors']>[number];
  now: Date;
  area: AreaRow;
  at: number;
  title: string;
  rehearsal: boolean;
  index: number;
}

const gates = ['一号闸口', '江堤三段', '下穿通道', '物资集散点', '转移安置点', '社区巡查组', '医疗点', '交通劝导点'];
const happened = [
  '24 小时雨量超过 150 毫米，启动应急响应',
  '下穿通道积水 40 厘米，已封闭',
  '低洼小区开始转移居民',
  '排水泵车到位',
  '江堤三段发现渗水，已处置',
  '积水消退，恢复通行',
];
const wanted = [
  ['沙袋', '800 个'],
  ['雨衣', '300 件'],
  ['盒饭', '500 份'],
  ['应急照明', '20 台'],
  ['冲锋舟', '2 艘'],
];

function musterOf({ seed, random, responders, leader, now, area, at, title, rehearsal, index }: Story): MusterDemo {
  const called = responders.filter((row) => row.areaCode.startsWith(area.code));
  const ended = at + 20 * HOUR;
  const members = called.map((row): MemberDemo => {
    const answer = random.next();
    const answeredAt = answer < 0.86 ? new Date(at + random.between(1, 40) * MINUTE) : null;
    const signedAt = answer < 0.64 ? new Date(answeredAt!.getTime() + random.between(10, 90) * MINUTE) : null;
    return {
      ...{ responderId: row.id, calledAt: new Date(at), coming: answer < 0.72 ? true : answer < 0.86 ? false : null, answeredAt, signedAt },
      ...{
        signedBy: signedAt ? (random.chance(0.6) ? 'code' : 'place') : null,
        safeAt: signedAt && new Date(at + 12 * HOUR),
        leftAt: signedAt && new Date(ended),
      },
    };
  });
  const present = members.filter((member) => member.signedAt);
  const made = gates.map((name, n) => ({ id: idOf(seed, 'muster', index * 1000 + n), name, wanted: 12 }));
  const shifts = made.flatMap((post, n) =>
    present.slice(n * 24, n * 24 + 24).map((member, place) => {
      const from = at + (place < 12 ? 2 : 8) * HOUR;
      return {
        ...{ id: idOf(seed, 'muster', index * 1000 + 100 + n * 24 + place), postId: post.id, responderId: member.responderId },
        ...{ from: new Date(from), until: new Date(from + 6 * HOUR), endedAt: new Date(from + 6 * HOUR) },
      };
    }),
  );
  const calendar = storyCalendar(new Date(at), now);
  const story = tell(
    {
      ...{ id: timedIdOf(seed, 'muster', index, at), areaCode: area.code, title, leadId: leader.organisationId },
      body: rehearsal ? '按预案演练防汛集结、上岗、清点和撤收。' : '全区启动防汛应急响应，请就近到岗，注意安全。',
      details: {
        ...{ rehearsal, radius: 500, called: called.length, areas: [area.code], skills: [], posts: [] },
        summary: rehearsal ? '演练达到预期，通知送达和清点环节需再压缩时间。' : '全区无人员伤亡，转移群众有序，积水点全部处置。',
      },
    },
    calendar,
    at,
    'called',
  )
    .part(leader.organisationId, 'lead')
    .act('call', at, leader, 'called', { data: { called: called.length, rehearsal } })
    .act('engage', at + 50 * MINUTE, leader, 'engaged');
  for (const [n, text] of happened.entries())
    story.act('log', at + (n + 1) * 3 * HOUR - HOUR, leader, 'engaged', { note: rehearsal ? `（演练）${text}` : text });
  story
    .act('stand-down', ended, leader, 'stood-down', { note: '雨停水退，分批撤收。' })
    .start('report', ended, { amount: 5, unit: 'working-day' }, '集结总结：5 个工作日')
    .act('report', ended + 40 * HOUR, leader, 'reported', { note: rehearsal ? '演练总结' : '全区无人员伤亡。', stops: ['report'] })
    .end('done');
  const matter = { ...story.matter(['report']), longitude: area.center[0], latitude: area.center[1], urgency: 3 };
  return {
    ...{
      matter,
      rehearsal,
      longitude: area.center[0],
      latitude: area.center[1],
      radius: 500,
      calledAt: new Date(at),
      endedAt: new Date(ended),
    },
    ...{ members, posts: made, shifts },
    needs: wanted.map(([what, amount], n) => ({
      ...{
        id: idOf(seed, 'muster', index * 1000 + 500 + n),
        what: what!,
        amount: amount!,
        at: new Date(at + (n + 1) * HOUR),
        by: leader.name,
      },
      ...{ metAt: new Date(at + (n + 3) * HOUR), metBy: leader.name },
    })),
    counts: [12, 19].map((hours, n) => ({
      ...{
        id: idOf(seed, 'muster', index * 1000 + 600 + n),
        at: new Date(at + hours * HOUR),
        by: leader.name,
        endedAt: new Date(at + (hours + 0.5) * HOUR),
      },
      ...{ expected: present.length, safe: present.length },
    })),
  };
}

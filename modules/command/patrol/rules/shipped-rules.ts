import type { PatrolRules } from '@gongzhi/contract/patrol';

const item = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });

/** What is in force until somebody changes it: tracks are kept 90 days; the ten items of the safety round (十个没有). */
export const shippedRules: PatrolRules = {
  trackDays: 90,
  checklists: [
    {
      code: 'ten-items',
      name: { zh: '十个没有安全检查', en: 'Ten-item safety list' },
      items: [
        item('fire-lane', '没有堵塞消防通道', 'No fire lane is blocked'),
        item('e-bike', '没有电动自行车进楼充电', 'No e-bike is charged inside a building'),
        item('wiring', '没有私拉乱接电线', 'No wire is strung without leave'),
        item('gas', '没有燃气泄漏和违规用气', 'No gas leaks and none is misused'),
        item('stairs', '没有楼道堆放杂物', 'No stairway is cluttered'),
        item('extinguisher', '没有缺失失效的消防器材', 'No fire equipment is missing or expired'),
        item('danger-wall', '没有危墙险房和高空坠物隐患', 'No wall, house or hanging object is about to fall'),
        item('manhole', '没有井盖破损和路面塌陷', 'No manhole cover is broken and no road sinks'),
        item('workshop', '没有“三合一”和违规群租', 'No workshop is slept in and no flat is overcrowded'),
        item('water', '没有积水内涝和临水隐患', 'No water stands and no bank is unguarded'),
      ],
    },
    {
      code: 'street',
      name: { zh: '街面环境检查', en: 'Street round' },
      items: [
        item('litter', '没有暴露垃圾', 'No exposed rubbish'),
        item('stall', '没有占道经营', 'No stall occupies the road'),
        item('lamp', '没有路灯不亮', 'No street lamp is out'),
        item('advert', '没有乱贴小广告', 'No small advertisement is posted'),
      ],
    },
  ],
};

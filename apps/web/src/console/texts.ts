import { defineTexts } from '../shell/language.ts';

export default defineTexts({
  zh: {
    nav: {
      label: '主导航',
      work: '办理',
      command: '指挥',
      insight: '研判',
      admin: '管理',
      collapse: '收起导航',
      expand: '展开导航',
      open: '打开导航',
    },
    start: { title: '工作台', none: '您的岗位还没有可用的页面', noneHint: '请联系本单位的管理员为您分配岗位。' },
    cases: { list: '诉求列表', one: '诉求', print: '诉求办理单' },
    desk: { title: '热线登记' },
    dispatch: { title: '派单台' },
    map: { title: '网格地图' },
    figures: { title: '指标' },
    kit: { title: '界面部件' },
    intelligence: { topics: '话题', duplicates: '待并诉求', models: '智能建议' },
  },
  en: {
    nav: {
      label: 'Main navigation',
      work: 'Work',
      command: 'Command',
      insight: 'Insight',
      admin: 'Administration',
      collapse: 'Collapse navigation',
      expand: 'Expand navigation',
      open: 'Open navigation',
    },
    start: { title: 'Workbench', none: 'There is no page for your posts yet', noneHint: 'Ask your administrator to give you a post.' },
    cases: { list: 'Cases', one: 'Case', print: 'Case file' },
    desk: { title: 'Hotline desk' },
    dispatch: { title: 'Dispatch desk' },
    map: { title: 'Map' },
    figures: { title: 'Figures' },
    kit: { title: 'Parts of the interface' },
    intelligence: { topics: 'Topics', duplicates: 'To be joined', models: 'Learned suggestions' },
  },
});

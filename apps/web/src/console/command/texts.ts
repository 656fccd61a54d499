import { defineTexts } from '../../shell/language.ts';

/** Titles of the pages of the command platform, by part; the words of a page stand in its own folder. */
export default defineTexts({
  zh: {
    whistles: { title: '吹哨报到', one: '哨单', rules: '吹哨规则' },
    supervision: { title: '督办', one: '督办单', rules: '督办规则' },
    tasks: { title: '部门任务', apply: '申请任务准入', one: '部门任务', burden: '社区负担' },
    muster: { title: '应急集结', one: '集结' },
    patrol: { title: '巡查' },
    board: { title: '主动治理', screen: '指挥大屏' },
    reports: { title: '月报', one: '月报' },
  },
  en: {
    whistles: { title: 'Whistles', one: 'Whistle', rules: 'Whistle rules' },
    supervision: { title: 'Supervision', one: 'Card', rules: 'Supervision rules' },
    tasks: { title: 'Department tasks', apply: 'Apply for admission', one: 'Department task', burden: 'Burden of communities' },
    muster: { title: 'Musters', one: 'Muster' },
    patrol: { title: 'Patrol' },
    board: { title: 'Ahead of trouble', screen: 'Board' },
    reports: { title: 'Monthly report', one: 'Monthly report' },
  },
});

// Plain data: pages read it as it is, so nothing is imported here.
interface Theme {
  zh: string;
  en: string;
  /** One sign that stands on the points of the layer, in the language of the page. */
  sign: { zh: string; en: string };
  tone: 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'grey';
  /** What such a facility is usually described by; other columns of a file are kept under their own names. */
  attributes: Record<string, { zh: string; en: string }>;
}

const owner = { zh: '权属单位', en: 'Owner' };
const phone = { zh: '抢修电话', en: 'Repair line' };
const material = { zh: '管材', en: 'Material' };
const diameter = { zh: '管径', en: 'Diameter' };
const kind = { zh: '类别', en: 'Kind' };

/** What a layer of facilities is about, with its sign, colour and usual attributes. */
export const layerThemes = {
  waters: {
    zh: '水系',
    en: 'Waters',
    sign: { zh: '水', en: 'W' },
    tone: 'blue',
    attributes: { kind, owner, chief: { zh: '河长', en: 'River chief' }, grade: { zh: '水质类别', en: 'Water quality' } },
  },
  power: {
    zh: '电力',
    en: 'Power',
    sign: { zh: '电', en: 'P' },
    tone: 'amber',
    attributes: { kind, owner, phone, voltage: { zh: '电压等级', en: 'Voltage' } },
  },
  gas: {
    zh: '燃气',
    en: 'Gas',
    sign: { zh: '气', en: 'G' },
    tone: 'red',
    attributes: { kind, owner, phone, pressure: { zh: '压力级别', en: 'Pressure' }, material, diameter },
  },
  sewage: {
    zh: '污水',
    en: 'Sewage',
    sign: { zh: '污', en: 'S' },
    tone: 'green',
    attributes: { kind, owner, phone, material, diameter },
  },
  roads: {
    zh: '道路',
    en: 'Roads',
    sign: { zh: '路', en: 'R' },
    tone: 'grey',
    attributes: { kind, owner, class: { zh: '道路等级', en: 'Class' }, width: { zh: '宽度', en: 'Width' } },
  },
  other: { zh: '其他设施', en: 'Other', sign: { zh: '设', en: 'F' }, tone: 'violet', attributes: { kind, owner, phone } },
} as const satisfies Record<string, Theme>;
export type LayerTheme = keyof typeof layerThemes;

import type { Actor } from '@gongzhi/contract/actor';
import type { MatterFilter, MatterSummary } from '@gongzhi/contract/matters';
import type { OutCell, SheetToWrite } from '@gongzhi/platform/spreadsheets';
import type { CasesCore } from '../cases.ts';
import { caseOutcomes, caseTable } from '../kind.ts';

type Language = 'zh' | 'en';
const channelNames: Record<string, { zh: string; en: string }> = {
  resident: { zh: '居民端', en: 'Resident page' },
  hotline: { zh: '热线', en: 'Hotline' },
  grid: { zh: '网格员', en: 'Grid officer' },
  'walk-in': { zh: '来访', en: 'Walk-in' },
  media: { zh: '媒体', en: 'Media' },
  import: { zh: '导入', en: 'Import' },
  open311: { zh: 'Open311', en: 'Open311' },
  api: { zh: '接口', en: 'API' },
};

const when = (text: string | null) => (text ? new Date(text) : null);

/** The columns of an export; none of them holds contact data, not even masked. */
const columns: [Record<Language, string>, (matter: MatterSummary, language: Language) => OutCell][] = [
  [{ zh: '编号', en: 'Number' }, (m) => m.number],
  [{ zh: '标题', en: 'Title' }, (m) => m.title],
  [{ zh: '类别编码', en: 'Category code' }, (m) => m.category],
  [{ zh: '类别', en: 'Category' }, (m) => m.categoryName],
  [{ zh: '区划代码', en: 'Area code' }, (m) => m.areaCode],
  [{ zh: '区域', en: 'Area' }, (m) => m.areaName],
  [{ zh: '地址', en: 'Address' }, (m) => m.address],
  [{ zh: '经度', en: 'Longitude' }, (m) => m.location?.longitude],
  [{ zh: '纬度', en: 'Latitude' }, (m) => m.location?.latitude],
  [{ zh: '渠道', en: 'Channel' }, (m, language) => channelNames[m.channel]?.[language] ?? m.channel],
  [{ zh: '状态', en: 'State' }, (m, language) => caseTable.states[m.state as keyof typeof caseTable.states]?.[language] ?? m.state],
  [{ zh: '紧急程度', en: 'Urgency' }, (m) => m.urgency],
  [{ zh: '主办单位', en: 'Lead unit' }, (m) => m.lead?.name],
  [{ zh: '受理时间', en: 'Opened' }, (m) => when(m.openedAt)],
  [{ zh: '截止时间', en: 'Due' }, (m) => when(m.dueAt)],
  [{ zh: '办结时间', en: 'Closed' }, (m) => when(m.closedAt)],
  [
    { zh: '结果', en: 'Outcome' },
    (m, language) => (m.outcome ? (caseOutcomes[m.outcome as keyof typeof caseOutcomes]?.[language] ?? m.outcome) : null),
  ],
  [{ zh: '超时', en: 'Overdue' }, (m, language) => (m.overdue ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language]],
];

/** The actor with those posts alone that permit an export: what another post lets somebody read does not leave the product with this one. */
const exporting = (actor: Actor): Actor => ({ ...actor, posts: actor.posts.filter((post) => post.permissions.includes('case.export')) });

/** The filtered list as a sheet, drawn from the ledger only as fast as it is read. */
export function exportSheet(core: Pick<CasesCore, 'matters'>, actor: Actor, filter: MatterFilter, language: Language): SheetToWrite {
  return {
    header: columns.map(([name]) => name[language]),
    timezone: 'Asia/Shanghai',
    name: language === 'zh' ? '诉求' : 'Cases',
    rows: (async function* () {
      for await (const batch of core.matters.stream(exporting(actor), { ...filter, kind: 'case' }))
        for (const matter of batch) yield columns.map(([, cell]) => cell(matter, language));
    })(),
  };
}

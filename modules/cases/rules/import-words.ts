/** States in which an imported case can stand. The first two have not ended. */
export type ImportedState = 'filed' | 'handling' | 'closed' | 'joined' | 'diverted' | 'rejected' | 'withdrawn';
export type ImportedOutcome = 'solved' | 'explained' | 'unsolved' | 'duplicate' | 'rejected' | 'diverted' | 'withdrawn';
export type ImportedChannel = 'resident' | 'hotline' | 'grid' | 'walk-in' | 'media' | 'import' | 'open311' | 'api';

/** What a status says: the state and, where it tells, how the case ended. */
export interface ReadState {
  state: ImportedState;
  outcome: ImportedOutcome | null;
  /** A duplicate that has not been closed stays open, so that nobody loses sight of it. */
  openDuplicate: boolean;
}

const duplicate = /重复|并案|合并|duplicate|dup\b|merged/i;
const diverted = /转出|转办其他|非本辖区|不属本|transferred|referred|out of scope/i;
const rejected = /不予受理|不受理|无效|作废|驳回|rejected|invalid|void/i;
const withdrawn = /撤回|撤销|撤诉|取消|withdrawn|cancel/i;
const unfinished = /未(办结|完成|结案|关闭|解决|处理|受理|签收|回复)|待|not? (closed|completed|resolved)|unresolved|reopen/i;
const fresh =
  /新建|新增|未受理|待受理|待立案|待派|已立案|未签收|待签收|未处理|待处理|^new\b|submitted|received|unassigned|acknowledged|triage/i;
const ended = /办结|结案|关闭|完成|已解决|已处理|已回复|已答复|已归档|closed|completed?|resolved|done|archived|fixed/i;
const busy =
  /办理中|处理中|受理中|承办中|处置中|进行中|在办|已派|已受理|已签收|核查|^open\b|in ?progress|pending|assigned|dispatched|active|started|on ?hold|reopen|未办结|未完成|未解决|未结案|未关闭|待/i;

/** Reads a status of any system; null where it says nothing we know. Ended and open words decide first, the way it ended after that. */
export function readState(text: string): ReadState | null {
  const isDuplicate = duplicate.test(text);
  if (ended.test(text) && !unfinished.test(text)) {
    if (isDuplicate) return { state: 'joined', outcome: 'duplicate', openDuplicate: false };
    if (diverted.test(text)) return { state: 'diverted', outcome: 'diverted', openDuplicate: false };
    if (rejected.test(text)) return { state: 'rejected', outcome: 'rejected', openDuplicate: false };
    if (withdrawn.test(text)) return { state: 'withdrawn', outcome: 'withdrawn', openDuplicate: false };
    return {
      state: 'closed',
      outcome: /未解决|unsolved/i.test(text) ? 'unsolved' : /已解决|resolved|fixed/i.test(text) ? 'solved' : null,
      openDuplicate: false,
    };
  }
  if (fresh.test(text)) return { state: 'filed', outcome: null, openDuplicate: isDuplicate };
  if (busy.test(text)) return { state: 'handling', outcome: null, openDuplicate: isDuplicate };
  if (isDuplicate) return { state: 'joined', outcome: 'duplicate', openDuplicate: false };
  if (rejected.test(text)) return { state: 'rejected', outcome: 'rejected', openDuplicate: false };
  if (withdrawn.test(text)) return { state: 'withdrawn', outcome: 'withdrawn', openDuplicate: false };
  if (diverted.test(text)) return { state: 'diverted', outcome: 'diverted', openDuplicate: false };
  return null;
}

/** Reads how a case ended; null where the words are those of a person and not of a list. */
export function readOutcome(text: string): ImportedOutcome | null {
  const word = text.trim();
  if (/^(未解决|没有解决|否|unsolved|unresolved|not resolved|no)$/i.test(word)) return 'unsolved';
  if (/^(已?解决|是|solved|resolved|fixed|yes)$/i.test(word)) return 'solved';
  if (/^(已?解释|解释说明|explained)$/i.test(word)) return 'explained';
  if (/^(重复件?|已?并案|duplicate)$/i.test(word)) return 'duplicate';
  if (/^(不予受理|rejected)$/i.test(word)) return 'rejected';
  if (/^(已?转出|diverted|transferred|referred)$/i.test(word)) return 'diverted';
  if (/^(已?撤回|withdrawn)$/i.test(word)) return 'withdrawn';
  return null;
}

const channelWords: readonly [RegExp, ImportedChannel][] = [
  [/open ?311/i, 'open311'],
  [/热线|电话|来电|12345|phone|call|hotline|voice/i, 'hotline'],
  [/网格|巡查|grid|patrol/i, 'grid'],
  [/来访|走访|窗口|现场|接待|walk|counter|in person/i, 'walk-in'],
  [/媒体|舆情|报纸|电视|media|press/i, 'media'],
  [/随手拍|微信|小程序|公众号|网站|网页|网络|app|web|mobile|online|resident/i, 'resident'],
  [/接口|^api$/i, 'api'],
];

/** Reads a channel; `import` where ours has no counterpart (letters, internal, system), the word itself is kept with the case. */
export function readChannel(text: string): ImportedChannel {
  return channelWords.find(([pattern]) => pattern.test(text))?.[1] ?? 'import';
}

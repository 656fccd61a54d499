import type { Actor } from '@gongzhi/contract/actor';
import { askServer, NoDraft } from '../drafts/ask-server.ts';
import type { Core } from '../intelligence.ts';
import { intelligenceProblems } from '../problems.ts';
import { redact } from '../rules/entities/redact.ts';
import { selectSettings } from '../store/settings.ts';

export type DraftPurpose = 'reply' | 'summary';

const tasks: Record<DraftPurpose, string> = {
  reply:
    '你是基层治理工作人员的写作助手。根据下面的诉求和办理记录，拟一份给诉求人的答复草稿：先说明收到的问题，再说明已做和将做的事，语气诚恳，不承诺记录里没有的事，不超过 300 字。只写正文。',
  summary: '你是基层治理工作人员的写作助手。用不超过 120 字概括下面的诉求和办理情况：什么事、在哪里、办到哪一步。只写正文。',
};

/**
 * A draft for a case that the actor may see. Only redacted words leave; a confidential case never does. The draft is given to the person who asked, who
 * alone can use it.
 */
export async function draftText(
  core: Core,
  actor: Actor,
  number: string,
  purpose: DraftPurpose,
): Promise<{ text: string; draft: true; model: string }> {
  // First whether the actor sees the case at all: nothing else is told about others.
  const matter = await core.matters.detail(actor, number);
  const { drafts } = await selectSettings(core.database);
  const server = core.draftServer;
  if (!server || !drafts) throw intelligenceProblems['drafts-off']();
  if (matter.confidential) throw intelligenceProblems['draft-confidential']();
  const history = matter.entries.flatMap(({ at, action, note }) => (note ? [`${at.slice(0, 10)} ${action}: ${redact(note)}`] : []));
  const content = [
    `标题：${redact(matter.title)}`,
    `内容：${redact(matter.body)}`,
    ...(history.length > 0 ? ['办理记录：', ...history.slice(-20)] : []),
  ];
  try {
    const text = await askServer(server, [
      { role: 'system', content: tasks[purpose] },
      { role: 'user', content: content.join('\n').slice(0, 6000) },
    ]);
    await core.identity.audit(core.database, { actor, action: 'draft-asked', subject: number, detail: { purpose, model: server.model } });
    return { text, draft: true, model: server.model };
  } catch (error) {
    if (error instanceof NoDraft) throw intelligenceProblems['draft-unavailable']({ detail: error.message });
    throw error;
  }
}

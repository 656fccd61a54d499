import type { Category } from '@gongzhi/contract/organisations';
import { looksPersonal, redact } from './redact.ts';

export interface Publishable {
  title: string;
  body: string;
  confidential: boolean;
  public: boolean;
  closed: boolean;
}

export type PublicationDecision = { publish: { title: string; body?: string } } | { leave: string } | 'not-yet';

/**
 * What the wall rule of the category makes of a case: the words to publish, nothing yet, or a reason to leave it to a person. A confidential case
 * is never published by rule, nor one in whose words something personal seems to have survived the redaction.
 */
export function decidePublication(matter: Publishable, rule: Category['wall']): PublicationDecision {
  if (matter.public) return 'not-yet';
  if (rule.publish === 'never') return { leave: 'category' };
  if (rule.publish === 'at-closing' && !matter.closed) return 'not-yet';
  if (matter.confidential) return { leave: 'confidential' };
  const title = [...redact(matter.title)].slice(0, 120).join('');
  const body = [...redact(matter.body)].slice(0, 4000).join('');
  if (looksPersonal(title) || (rule.redact === 'redacted-text' && looksPersonal(body))) return { leave: 'personal' };
  return { publish: rule.redact === 'redacted-text' ? { title: long(title), body } : { title: long(title) } };
}

/** A public title has two characters at least. */
const long = (title: string) => ([...title].length >= 2 ? title : `诉求${title}`);

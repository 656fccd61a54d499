// What belongs to one caller, or to whoever holds a secret: asked for as its owner and as everybody else.
import type { ScopeEntry } from './scope-entry.ts';

const nobodyElse = (because: string): ScopeEntry => ({ scope: 'self', over: 'nothing', because });
const named = 'the request names nobody: it can only mean the caller';

/** By route name; the tests of `selfAndSecret` show what is said here. */
export const scopeOfSelf: Record<string, ScopeEntry> = {
  'identity.read-session': nobodyElse(named),
  'identity.sign-out': nobodyElse(named),
  'identity.change-password': nobodyElse(named),
  'identity.begin-second-factor': nobodyElse(named),
  'identity.confirm-second-factor': nobodyElse(named),
  'identity.end-second-factor': nobodyElse(named),
  'notifications.read-preferences': nobodyElse(named),
  'notifications.write-preferences': nobodyElse(named),
  'matters.list-views': nobodyElse('a view of somebody else is not listed'),
  'matters.save-view': nobodyElse(named),
  'matters.drop-view': nobodyElse('a view of somebody else is not found'),
  'cases.mine': nobodyElse('a report of somebody else is not listed'),
  'cases.read-mine': nobodyElse('a report of somebody else is not found'),
  'cases.act-on-mine': nobodyElse('a report of somebody else is not found'),
  'cases.list-imports': nobodyElse('an import of somebody else is not listed'),
  'cases.read-import': nobodyElse('an import of somebody else is not found'),
  'notifications.list': nobodyElse('a notice of somebody else is not listed'),
  'notifications.mark-read': nobodyElse('a notice of somebody else stays unread'),
  ...Object.fromEntries(
    ['cases.read-survey', 'cases.answer-survey', 'cases.follow', 'cases.follow-act'].map((name): [string, ScopeEntry] => [
      name,
      { scope: 'secret', over: 'nothing', because: 'a secret that was guessed opens nothing, and one opens only its own case' },
    ]),
  ),
};

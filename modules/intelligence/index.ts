// The only door of intelligence to the running product. What needs no running module has a door of its own: text.ts.
export { createIntelligence } from './create-intelligence.ts';
export type { DraftServer } from './drafts/ask-server.ts';
export type { Intelligence, IntelligenceDeps, LearnedCategory, LikesSource } from './intelligence.ts';

import type { FactConsumer } from '@gongzhi/platform/outbox';
import { boardChanges } from '../rules/board-events.ts';
import { writeEvents } from '../store/write-events.ts';

/** Counts what was reported and what ended, as it happens. */
export const countEvents: FactConsumer = {
  name: 'command.board',
  consume: (facts, tx) => writeEvents(tx, boardChanges(facts)),
};

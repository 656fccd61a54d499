import { uuidv7 } from 'uuidv7';
import type { NotificationsDeps } from '../notifications.ts';
import { accountsOfArea, accountsOfUnits } from '../recipients.ts';
import { reminderWords } from '../rules/wording.ts';
import { insertNotices, type NewNotice, readPreferences } from '../store/notices.ts';

/** Whose turn a clock is: the unit's own, or the desk that files, decides, verifies or calls back. */
const desks = { accept: 'case.file', decide: 'case.dispatch', verify: 'case.verify', 'call-back': 'case.call-back' } as const;

/** Reminds before due, at due and a day after; each stage once, however many processes run. */
export async function remind(deps: NotificationsDeps, signal: AbortSignal): Promise<void> {
  for (let taken = 500; taken === 500 && !signal.aborted; ) {
    taken = await deps.database.transaction(async (tx) => {
      const now = deps.now?.() ?? new Date();
      const reminders = await deps.matters.takeReminders(tx, now);
      const notices: NewNotice[] = [];
      const asked = new Map<string, string[]>();
      for (const reminder of reminders) {
        const desk = desks[reminder.clock as keyof typeof desks];
        const unit = reminder.organisationId ?? reminder.leadId;
        const key = desk ? `${desk} ${reminder.areaCode}` : `unit ${unit}`;
        if (!asked.has(key))
          asked.set(
            key,
            desk
              ? await accountsOfArea(deps, tx, reminder.areaCode, desk)
              : unit
                ? await accountsOfUnits(deps, tx, [unit])
                : await accountsOfArea(deps, tx, reminder.areaCode, 'case.dispatch'),
          );
        for (const recipientId of asked.get(key)!)
          notices.push({
            id: uuidv7(),
            recipientId,
            at: now,
            kind: `reminder-${reminder.stage}`,
            title: reminderWords(reminder),
            number: reminder.number,
          });
      }
      const preferences = await readPreferences(tx, [...new Set(notices.map((item) => item.recipientId))]);
      await insertNotices(
        tx,
        notices.filter((item) => preferences.get(item.recipientId)?.reminders ?? true),
      );
      return reminders.length;
    });
  }
}

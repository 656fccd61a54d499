import type { Reminder } from '@gongzhi/matters';
import { uuidv7 } from 'uuidv7';
import type { NotificationsDeps } from '../notifications.ts';
import { type Ask, addressees } from '../recipients.ts';
import { reminderWords } from '../rules/wording.ts';
import { insertNotices, type NewNotice, readPreferences } from '../store/notices.ts';

/** Whose turn a clock is: the unit's own, or the desk that files, decides, verifies or calls back. */
const desks = { accept: 'case.file', decide: 'case.dispatch', verify: 'case.verify', 'call-back': 'case.call-back' } as const;

function askOf({ clock, organisationId, leadId, areaCode }: Reminder): Ask {
  const desk = desks[clock as keyof typeof desks];
  const unit = organisationId ?? leadId;
  return desk || !unit ? { areaCode, permission: desk ?? 'case.dispatch' } : { units: [unit] };
}

/** Reminds before due, at due and a day after; each stage once, however many processes run. */
export async function remind(deps: NotificationsDeps, signal: AbortSignal): Promise<void> {
  for (let taken = 500; taken === 500 && !signal.aborted; ) {
    taken = await deps.database.transaction(async (tx) => {
      const now = deps.now?.() ?? new Date();
      const reminders = await deps.matters.takeReminders(tx, now);
      const told = await addressees(deps, tx, reminders.map(askOf));
      const notices = reminders.flatMap((reminder, index) =>
        told[index]!.map(
          (recipientId): NewNotice => ({
            id: uuidv7(),
            recipientId,
            at: now,
            kind: `reminder-${reminder.stage}`,
            title: reminderWords(reminder),
            number: reminder.number,
          }),
        ),
      );
      const preferences = await readPreferences(tx, [...new Set(notices.map((item) => item.recipientId))]);
      await insertNotices(
        tx,
        notices.filter((item) => preferences.get(item.recipientId)?.reminders ?? true),
      );
      return reminders.length;
    });
  }
}

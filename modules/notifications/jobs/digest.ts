import { mayRole, type Role, roleNames } from '@gongzhi/contract/permissions';
import { uuidv7 } from 'uuidv7';
import type { Mailer } from '../drivers/smtp-mail.ts';
import type { NotificationsDeps } from '../notifications.ts';
import { digestWords } from '../rules/wording.ts';
import { insertNotices, readPreferences } from '../store/notices.ts';

const handling = roleNames.filter((role): role is Role => mayRole(role, 'case.handle'));
const day = 86_400_000;

/** Each morning, one line to each person whose units have open work; by mail too where an address was given. */
export async function sendDigests(deps: NotificationsDeps, mailer: Mailer | null): Promise<void> {
  const now = deps.now?.() ?? new Date();
  const loads = await deps.matters.loadOfUnits(deps.database, now, new Date(now.getTime() + day));
  const holders = await deps.organisations.holders(deps.database, handling, { organisationIds: [...loads.keys()] });
  const accounts = await deps.identity.accountsOfPersons(deps.database, [...new Set(holders.map((holder) => holder.personId))]);
  const sums = new Map<string, { open: number; overdue: number; soon: number }>();
  for (const holder of holders) {
    const account = accounts.get(holder.personId);
    const load = loads.get(holder.organisationId);
    if (!account || !load) continue;
    const sum = sums.get(account) ?? { open: 0, overdue: 0, soon: 0 };
    sums.set(account, { open: sum.open + load.open, overdue: sum.overdue + load.overdue, soon: sum.soon + load.soon });
  }
  const preferences = await readPreferences(deps.database, [...sums.keys()]);
  const wanted = [...sums].filter(([account]) => preferences.get(account)?.digest ?? true);
  await insertNotices(
    deps.database,
    wanted.map(([recipientId, sum]) => ({ id: uuidv7(), recipientId, at: now, kind: 'digest', title: digestWords(sum), number: null })),
  );
  if (!mailer) return;
  for (const [account, sum] of wanted) {
    const mail = preferences.get(account)?.mail;
    const words = digestWords(sum);
    // One address that a server refuses must not keep the others from their mail.
    if (mail)
      await mailer
        .send({ to: mail, subject: `共治 Gongzhi：${words.zh}`, text: `${words.zh}\n${words.en}\n\n${deps.publicUrl ?? ''}/console` })
        .catch(() => {});
  }
}

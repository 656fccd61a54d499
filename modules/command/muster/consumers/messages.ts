import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { MusterCore } from '../muster.ts';
import { callPurpose, callToken } from '../rules/call-token.ts';
import { takeUntold } from '../store/call-people.ts';
import { headById } from '../store/heads.ts';

/** Tells all who were called and have not been told: a notice to those with an account, a text message with a link of their own to the others. */
export function musterMessageConsumer(core: MusterCore): FactConsumer {
  return {
    name: 'command.muster-messages',
    facts: ['muster-call', 'muster-call-more'],
    async consume(facts, tx) {
      const key = core.secret(callPurpose);
      for (const id of new Set(facts.flatMap((fact) => fact.subject ?? []))) {
        const head = await headById(tx, id);
        if (!head || head.endedAt) continue;
        const people = await takeUntold(tx, id, core.now());
        const mark = head.rehearsal ? { zh: '【演练】', en: 'Rehearsal: ' } : { zh: '', en: '' };
        const link = (responderId: string) => `${core.publicUrl?.replace(/\/$/, '') ?? ''}/m/call/${callToken(key, id, responderId)}`;
        await core.notifications.tell(tx, {
          notices: people.flatMap(({ accountId }) =>
            accountId
              ? [
                  {
                    ...{ recipientId: accountId, at: core.now(), kind: 'muster-call', number: head.number },
                    title: { zh: `${mark.zh}集结：${head.title}`, en: `${mark.en}Muster: ${head.title}` },
                  },
                ]
              : [],
          ),
          messages: people.flatMap(({ residentId, responderId }) =>
            residentId ? [{ residentId, text: `${mark.zh}集结：${head.title}。请点此响应和签到：${link(responderId)}` }] : [],
          ),
        });
      }
    },
  };
}

import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../kit/toast.tsx';
import { ApiProblem } from '../../shell/api.ts';
import { useSpoken, useTexts } from '../../shell/language.ts';
import { useSession } from '../../shell/session.tsx';
import { type Entry, type KeptAct, overtaken } from '../outbox/entry.ts';
import { newKey, outbox } from '../outbox/outbox.ts';
import type { SitePhotos } from './site-photos.tsx';

type Doing = Pick<KeptAct, 'action' | 'label'> & { input: Record<string, unknown> };

/**
 * Sends what is done to a task by way of the outbox: kept on the phone first, so that nothing is lost without a network, and sent at
 * once where there is one. A refusal that can be answered in the form comes back as `problem`; somebody else's act in between as `conflict`.
 */
export function useSendAct(task: MatterDetail, site: SitePhotos, onDone: () => void) {
  const t = useTexts('tasks');
  const spoken = useSpoken();
  const session = useSession();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Entry | null>(null);
  const send = async ({ action, label, input }: Doing): Promise<void> => {
    setBusy(true);
    setRefused(null);
    const sent = site.photos.photos.flatMap(({ key, blob, name }) => (blob ? [{ key, blob, name }] : []));
    const entry = await outbox.add({
      key: newKey(),
      route: 'act',
      by: session?.id ?? null,
      act: {
        number: task.number,
        title: task.title,
        action,
        label,
        version: task.version,
        seen: task.entries.at(-1)?.no ?? 0,
        stage: site.stage,
      },
      body: input,
      photos: sent.map(({ blob, name }) => ({ blob, name })),
    });
    setBusy(false);
    void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith(`${matters.read.name.split('.')[0]}.`) });
    if (entry?.state === 'refused' && !overtaken(entry)) {
      // The form says what was wrong; photos that have arrived already are not sent again with the next try.
      for (const [index, photo] of entry.photos.entries()) if (photo.id !== null) site.photos.remove(sent[index]!.key);
      await outbox.drop(entry.key);
      return setRefused(entry);
    }
    site.photos.clear();
    if (entry?.state === 'refused') return setRefused(entry);
    toast(t(entry?.state === 'waiting' ? 'kept' : 'done', { action: spoken(label) }));
    onDone();
  };
  const problem =
    refused?.problem && !overtaken(refused)
      ? new ApiProblem({ ...refused.problem, errors: [...(refused.problem.errors ?? [])] } as never)
      : null;
  return { send, busy, problem, conflict: refused !== null && overtaken(refused) };
}

import type { BulkMatter } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import type { MusterCore } from '../muster.ts';
import { callPurpose, sceneCode } from '../rules/call-token.ts';
import { copyMembers, copyResponders, copyScene, type SceneToCopy } from '../store/bulk.ts';
import { insertHead } from '../store/heads.ts';

export interface MustersToLoad {
  responders: readonly {
    id: string;
    name: string;
    phone: string;
    areaCode: string;
    team: string;
    post: string;
    skills: readonly string[];
  }[];
  musters: readonly (SceneToCopy & {
    matter: BulkMatter;
    rehearsal: boolean;
    longitude: number;
    latitude: number;
    radius: number;
    calledAt: Date;
    endedAt: Date;
  })[];
}

/** Writes people and musters of the past with one COPY a table; without facts, so nobody is told. */
export async function loadMusters(core: MusterCore, tx: Connection, { responders, musters }: MustersToLoad): Promise<void> {
  const residents = await core.identity.residents.recordMany(tx, responders);
  const seen = new Set<string>();
  await copyResponders(
    tx,
    responders.map((row, index) => {
      // Two people of one telephone are one contact, which one of them holds.
      const resident = seen.has(residents[index]!) ? null : residents[index]!;
      seen.add(residents[index]!);
      return { ...row, residentId: resident, accountId: null };
    }),
  );
  const loaded = await core.matters.load(
    tx,
    core.kind,
    musters.map((one) => one.matter),
  );
  const key = core.secret(callPurpose);
  for (const [index, one] of musters.entries()) {
    const id = loaded.ids[index]!;
    const { matter, rehearsal, longitude, latitude, radius, calledAt, endedAt } = one;
    await insertHead(tx, {
      ...{ id, number: loaded.numbers[index]!, areaCode: matter.areaCode, title: matter.title, rehearsal, code: sceneCode(key, id) },
      ...{ longitude, latitude, radius, calledAt, endedAt },
    });
    await copyMembers(tx, id, one.members);
    await copyScene(tx, id, one);
  }
}

import { randomUUID } from 'node:crypto';
import type { Stage } from './stage.ts';

export interface SyncFigures {
  phones: number;
  entries: number;
  /** Requests, repeats included: every tenth phone sends twice, as if it had lost the answer. */
  requests: number;
  seconds: number;
  phonesPerSecond: number;
  p50: number;
  p99: number;
  errors: number;
  /** Entries sent and not found afterwards. */
  lost: number;
  /** 5,000 phones in ten minutes, over what was reached. */
  shareOfLimit: number;
}

const perPhone = 40;
const steps = 480;
const wanted = 5000 / 600;

/** Phones that send a day each, late and out of order, a number of them at once. All walk in one community: the sums of its grids are as contended as they get. */
export async function measurePatrolSync(stage: Stage, phones: number, atOnce: number): Promise<SyncFigures> {
  const headers = { ...(await stage.session('community-worker')), 'content-type': 'application/json' };
  const today = (await (await fetch(`${stage.address}/api/patrol/today`, { headers })).json()) as {
    points: { id: string; longitude: number; latitude: number }[];
  };
  const before = await count(stage);
  const times: number[] = [];
  let errors = 0;
  let requests = 0;
  let next = 0;
  const yesterday = Date.now() - 86_400_000;
  const body = (): string => {
    const shiftId = randomUUID();
    const begin = yesterday - 4 * 3_600_000;
    const entries = Array.from({ length: perPhone }, (_, n) => {
      const point = today.points[n % Math.max(1, today.points.length)];
      const at = new Date(begin + n * 360_000).toISOString();
      if (point && n % 4 !== 3)
        return { id: randomUUID(), kind: 'check-in', at, pointId: point.id, place: { ...spot(point), accuracy: 12 } };
      return { id: randomUUID(), kind: 'diary', at, text: '巡查记录，道路通畅，未见异常。' };
    }).reverse();
    return JSON.stringify({
      device: 'bench',
      sentAt: new Date().toISOString(),
      entries,
      shifts: [{ id: shiftId, beganAt: new Date(begin).toISOString(), endedAt: new Date(yesterday + 4 * 3_600_000).toISOString() }],
      tracks: [
        {
          id: randomUUID(),
          shiftId,
          points: Array.from({ length: steps }, (_, n) => ({
            at: new Date(begin + n * 30_000).toISOString(),
            longitude: 114.3 + n * 1e-5,
            latitude: 30.5,
            accuracy: 10,
          })),
        },
      ],
    });
  };
  const send = async (text: string) => {
    const began = performance.now();
    requests += 1;
    const answer = await fetch(`${stage.address}/api/patrol/sync`, { method: 'POST', headers, body: text });
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    if (answer.status !== 200) errors += 1;
  };
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < phones) {
        const phone = next++;
        const text = body();
        await send(text);
        if (phone % 10 === 0) await send(text);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const found = (await count(stage)) - before;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
  const perSecond = phones / seconds;
  return {
    ...{ phones, entries: phones * perPhone, requests, errors, lost: phones * perPhone - found },
    ...{ seconds: Math.round(seconds * 10) / 10, phonesPerSecond: Math.round(perSecond * 10) / 10, p50: at(0.5), p99: at(0.99) },
    shareOfLimit: Math.round((100 * wanted) / perSecond) / 100,
  };
}

const spot = ({ longitude, latitude }: { longitude: number; latitude: number }) => ({ longitude, latitude });
const count = async (stage: Stage) => Number((await stage.client.query('select count(*) as n from command.patrol_entry')).rows[0].n);

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Six digits that change every `minutes`, made from a key and the whistle: nothing is stored, nobody guesses them in their time. */
export function sceneCode(key: Buffer, matterId: string, at: Date, minutes: number): { code: string; until: Date } {
  const length = minutes * 60_000;
  const turn = Math.floor(at.getTime() / length);
  return { code: digits(key, matterId, turn), until: new Date((turn + 1) * length) };
}

/** Whether it is the code of that moment, or the one just before it: reading and typing take time. */
export function isSceneCode(key: Buffer, matterId: string, at: Date, minutes: number, code: string): boolean {
  const turn = Math.floor(at.getTime() / (minutes * 60_000));
  return [turn, turn - 1].some((one) => timingSafeEqual(Buffer.from(digits(key, matterId, one)), Buffer.from(code)));
}

function digits(key: Buffer, matterId: string, turn: number): string {
  const digest = createHmac('sha256', key).update(`${matterId} ${turn}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

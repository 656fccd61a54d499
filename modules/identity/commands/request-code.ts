import { createHmac, randomInt } from 'node:crypto';
import { fieldProblem } from '@gongzhi/platform/problems';
import { identityProblems } from '../problems.ts';
import { blindIndex, normalisePhone } from '../rules/phone-number.ts';
import { keepCode } from '../store/phone-codes.ts';
import type { Workings } from '../workings.ts';

const validSeconds = 300;

/** A code as it is kept: six digits alone would be guessed from any plain digest. */
export const codeDigest = (key: Buffer, index: Buffer, code: string) => createHmac('sha256', key).update(index).update(code).digest();

/** The telephone in its one form, or a refusal of the field. */
export function demandPhone(raw: string): string {
  const phone = normalisePhone(raw);
  if (!phone) throw fieldProblem('phone', 'not a telephone number', '7 to 15 digits, such as 13800001234');
  return phone;
}

/** Sends a one-time code; whoever asks for a telephone that nobody has used gets the same answer. One a minute and ten a day for each telephone. */
export async function requestCode({ database, keys, sms, now }: Workings, rawPhone: string): Promise<{ validSeconds: number }> {
  const phone = demandPhone(rawPhone);
  const index = blindIndex(keys.blindIndex, phone);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const at = now();
  const expiresAt = new Date(at.getTime() + validSeconds * 1000);
  const refused = await keepCode(database, { index, code: codeDigest(keys.oneTimeCode, index, code), now: at, expiresAt });
  if (refused) {
    const retryAfter = Math.max(1, Math.ceil((refused.after.getTime() - at.getTime()) / 1000));
    throw identityProblems[refused.today ? 'code-too-many' : 'code-too-soon']({ retryAfter });
  }
  try {
    await sms.send(phone, `【共治】您的验证码为 ${code}，5 分钟内有效。请勿告诉他人。`);
  } catch {
    throw identityProblems['message-not-sent']({ retryAfter: 60 });
  }
  return { validSeconds };
}

import type { Matters } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import { selectEchoes } from '../store/likes.ts';

/** Likes by number of case; cases without any are absent. */
export async function likesOf(
  connection: Connection,
  matters: Pick<Matters, 'texts'>,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const texts = await matters.texts(numbers);
  const echoes = await selectEchoes(
    connection,
    [...texts.values()].map(({ id }) => id),
  );
  return new Map([...texts].flatMap(([number, { id }]) => (echoes.has(id) ? [[number, echoes.get(id)!.likes] as const] : [])));
}

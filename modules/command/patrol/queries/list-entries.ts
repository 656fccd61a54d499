import { type Actor, areasFor } from '@gongzhi/contract/actor';
import type { patrol } from '@gongzhi/contract/patrol';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import { problems } from '@gongzhi/platform/problems';
import { z } from 'zod';
import type { CommandCore } from '../../command.ts';
import { selectEntries } from '../store/entries.ts';

const Cursor = z.strictObject({ at: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/), id: z.uuid() });

/** The patrol book: one's own lines everywhere, those of others in the areas where the actor reads patrols. */
export async function listEntries(
  core: CommandCore,
  actor: Actor,
  query: QueryOf<typeof patrol.entries>,
): Promise<AnswerOf<typeof patrol.entries>> {
  const after = query.cursor ? read(query.cursor) : null;
  const [directory, found] = await Promise.all([
    core.territory.directory(),
    selectEntries(
      core.database,
      {
        areas: areasFor(actor, 'patrol.read'),
        officerId: actor.id as string,
        onlyMine: query.mine === 'true',
        area: query.area ?? '',
        from: query.from ?? null,
        to: query.to ?? null,
        kind: query.kind ?? null,
        open: query.open === 'true',
      },
      after,
      query.limit + 1,
    ),
  ]);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind as 'diary',
      at: row.at.toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      officer: row.officer,
      areaCode: row.areaCode,
      areaName: directory.name(row.areaCode),
      point: row.point,
      verdict: row.verdict,
      metres: row.metres,
      counted: row.counted,
      because: row.because,
      text: row.text,
      subject: row.details.subject ?? null,
      consent: row.details.consent ?? null,
      solved: row.details.solved ?? null,
      failed: (row.details.answers ?? []).filter((answer) => !answer.ok).map((answer) => answer.item),
      files: row.details.files?.length ?? 0,
      caseNumber: row.caseNumber,
      mine: row.officerId === actor.id,
    })),
    next: last ? Buffer.from(JSON.stringify({ at: last.key, id: last.id })).toString('base64url') : null,
  };
}

function read(text: string) {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems['invalid-cursor']();
  }
}

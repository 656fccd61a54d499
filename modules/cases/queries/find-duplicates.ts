import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { AnswerOf } from '@gongzhi/contract/route';
import { grams } from '@gongzhi/matters';
import type { CasesCore } from '../cases.ts';
import { scoreDuplicate, worthShowing } from '../rules/score-duplicate.ts';

export interface Sought {
  text: string;
  areaCode: string | null;
  category: string | null;
  longitude: number | null;
  latitude: number | null;
  openedAt: Date;
  exclude: string | null;
}

type Similar = AnswerOf<typeof cases.similar>['items'];

const metres = 300;
const days = 60;
const candidates = 40;
const shown = 10;
const communityDigits = 12;

/** Cases that may be the same request, among those that the actor may see: near in place or alike in words, the likeliest first. */
export async function findDuplicates(core: CasesCore, actor: Actor, sought: Sought): Promise<Similar> {
  const wanted = grams(sought.text);
  const found = await core.matters.similar(actor, {
    kind: core.kind.kind,
    longitude: sought.longitude,
    latitude: sought.latitude,
    metres,
    areaCode: sought.areaCode?.slice(0, communityDigits) ?? null,
    grams: wanted,
    since: new Date(sought.openedAt.getTime() - days * 86_400_000),
    exclude: sought.exclude,
    limit: candidates,
  });
  if (found.length === 0) return [];
  const summaries = await core.matters.summaries(found.map((row) => row.id));
  const byId = new Map(found.map((row, index) => [row.id, summaries[index]]));
  return found
    .flatMap((row) => {
      const matter = byId.get(row.id);
      if (!matter) return [];
      const hours = Math.abs(row.openedAt.getTime() - sought.openedAt.getTime()) / 3_600_000;
      const wording = row.shared / Math.max(1, wanted.length + row.total - row.shared);
      const { score, reasons } = scoreDuplicate({
        metres: row.metres,
        hours,
        wording,
        sameCategory: sought.category !== null && sought.category === matter.category,
        sameGrid: sought.areaCode === matter.areaCode,
      });
      return score < worthShowing
        ? []
        : [
            {
              matter,
              body: row.body,
              score,
              metres: row.metres === null ? null : Math.round(row.metres),
              hours: Math.round(hours * 10) / 10,
              wording: Math.round(wording * 1000) / 1000,
              reasons,
            },
          ];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, shown);
}

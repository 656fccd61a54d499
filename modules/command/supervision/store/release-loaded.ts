import type { Connection } from '@gongzhi/platform/database';

/** Lets cards of a loaded history be replied to and released at given moments, with their steps. */
export async function releaseLoaded(tx: Connection, cards: readonly { id: string; repliedAt: Date; releasedAt: Date }[]): Promise<void> {
  await tx.query(
    `with row as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "repliedAt" timestamptz, "releasedAt" timestamptz)),
     step as (
       insert into command.card_step (card_id, no, at, action, actor_name, organisation_id, note)
       select id, 2, "repliedAt", 'reply', '承办单位', null::uuid, '已安排专人办理，将尽快办结' from row
       union all select id, 3, "releasedAt", 'release', '督查员', null::uuid, '事项已办理，予以销号' from row)
     update command.card c set state = 'released', replied_at = r."repliedAt", ended_at = r."releasedAt", version = 3 from row r where c.id = r.id`,
    [JSON.stringify(cards)],
  );
}

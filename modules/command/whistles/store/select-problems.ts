import type { Connection } from '@gongzhi/platform/database';

/** Which of these cases stand in an open whistle, and in which. */
export async function casesInOpenWhistles(
  connection: Connection,
  caseIds: readonly string[],
): Promise<{ caseNumber: string; number: string }[]> {
  return connection.query(
    `select p.case_number as "caseNumber", w.number from command.whistle_problem p join command.whistle w using (matter_id)
     where p.open and p.case_id = any($1::uuid[]) and w.closed_at is null`,
    [[...caseIds]],
  );
}

/** An open whistle of the same ground and category whose scene lies nearer than so many metres. */
export async function whistleNearby(
  connection: Connection,
  wanted: { ground: string; categories: readonly string[]; longitude: number; latitude: number; metres: number },
): Promise<string | null> {
  const [row] = await connection.query<{ number: string }>(
    `select w.number from command.whistle w
     where w.closed_at is null and w.ground = $1 and w.longitude is not null
       and exists (select 1 from command.whistle_problem p where p.matter_id = w.matter_id and p.open and p.category = any($2::text[]))
       and ST_DistanceSphere(ST_MakePoint(w.longitude, w.latitude), ST_MakePoint($3::float8, $4::float8)) <= $5
     order by w.opened_at desc limit 1`,
    [wanted.ground, [...wanted.categories], wanted.longitude, wanted.latitude, wanted.metres],
  );
  return row?.number ?? null;
}

/** The problems of one whistle in their order. */
export async function problemsOf(connection: Connection, number: string) {
  return connection.query<{ no: number; title: string; category: string | null; case: string | null }>(
    `select p.no, p.title, p.category, p.case_number as case from command.whistle_problem p join command.whistle w using (matter_id) where w.number = $1 order by p.no`,
    [number],
  );
}

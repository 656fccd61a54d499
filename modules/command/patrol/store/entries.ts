import type { Connection } from '@gongzhi/platform/database';

export interface EntryRow {
  id: string;
  kind: string;
  officerId: string;
  officer: string;
  areaCode: string;
  point: string | null;
  at: Date;
  key: string;
  receivedAt: Date;
  verdict: string | null;
  metres: number | null;
  counted: boolean;
  because: string | null;
  text: string;
  details: { subject?: string; consent?: boolean; solved?: boolean; answers?: { item: string; ok: boolean }[]; files?: string[] };
  longitude: number | null;
  latitude: number | null;
  caseNumber: string | null;
}

const columns = `e.id, e.kind, e.officer_id as "officerId", e.officer, e.area_code as "areaCode", t.name as point, e.at, e.at::text as key,
  e.received_at as "receivedAt", e.verdict, e.metres, e.counted, e.because, e.text, e.details, e.longitude, e.latitude, e.case_number as "caseNumber"`;

export interface EntryFilter {
  /** Areas whose entries may be read. */
  areas: readonly string[];
  /** Whose own entries may be read wherever they lie. */
  officerId: string;
  onlyMine: boolean;
  area: string;
  from: string | null;
  to: string | null;
  kind: string | null;
  /** Findings that were neither put right nor turned into a case. */
  open: boolean;
}

/** A page of the patrol book, newest first. */
export function selectEntries(
  connection: Connection,
  filter: EntryFilter,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<EntryRow[]> {
  return connection.query<EntryRow>(
    `select ${columns} from command.patrol_entry e left join command.patrol_point t on t.id = e.point_id
     where (e.officer_id = $2 or (not $3 and exists (select 1 from unnest($1::text[]) a(code) where starts_with(e.area_code, a.code))))
       and starts_with(e.area_code, $4) and ($5::date is null or e.at >= $5::date::timestamp at time zone 'Asia/Shanghai')
       and ($6::date is null or e.at < ($6::date + 1)::timestamp at time zone 'Asia/Shanghai') and ($7::text is null or e.kind = $7)
       and (not $8 or (e.kind = 'finding' and e.case_number is null and e.details->>'solved' is distinct from 'true'))
       and ($9::timestamptz is null or (e.at, e.id) < ($9::timestamptz, $10::uuid))
     order by e.at desc, e.id desc limit $11`,
    [
      filter.areas,
      filter.officerId,
      filter.onlyMine,
      filter.area,
      filter.from,
      filter.to,
      filter.kind,
      filter.open,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ],
  );
}

/** One's own entry, locked until the transaction ends: two taps make one case. */
export async function lockEntry(tx: Connection, id: string, officerId: string): Promise<EntryRow | undefined> {
  const [row] = await tx.query<EntryRow>(
    `select ${columns} from command.patrol_entry e left join command.patrol_point t on t.id = e.point_id where e.id = $1 and e.officer_id = $2 for update of e`,
    [id, officerId],
  );
  return row;
}

/** Notes the case that came of an entry, and counts it with the entry's day. */
export async function writeCaseNumber(tx: Connection, id: string, number: string): Promise<void> {
  await tx.query(
    `with turned as (update command.patrol_entry set case_number = $2 where id = $1 and case_number is null returning area_code, day)
     insert into command.patrol_day as d (area_code, day, cases) select area_code, day, 1 from turned
     on conflict (area_code, day) do update set cases = d.cases + 1`,
    [id, number],
  );
}

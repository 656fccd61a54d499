import type { Connection } from '@gongzhi/platform/database';

export interface WhistleToWrite {
  matter_id: string;
  number: string;
  title: string;
  area_code: string;
  whistler_id: string;
  ground: string;
  state: string;
  opened_at: Date;
  due_at: Date | null;
  closed_at: Date | null;
  outcome: string | null;
  problems: number;
  longitude: number | null;
  latitude: number | null;
}
export interface UnitToWrite {
  matter_id: string;
  organisation_id: string;
  role: string;
  listed: boolean;
  called_at: Date;
  signed_at: Date | null;
  sign_due: Date | null;
  contacted_at: string | null;
  contact_due: Date | null;
  arrived_at: Date | null;
  arrive_due: Date | null;
  metres: number | null;
  proof: string | null;
  done_at: Date | null;
  ended_at: Date | null;
  rated: number | null;
  rated_back: number | null;
}
export interface ProblemToWrite {
  matter_id: string;
  no: number;
  title: string;
  category: string | null;
  case_id: string | null;
  case_number: string | null;
  open: boolean;
}

/** Writes what figures are read from, over what was there: one statement a table however many whistles there are. */
export async function writeWhistles(
  tx: Connection,
  rows: { whistles: readonly WhistleToWrite[]; units: readonly UnitToWrite[]; problems: readonly ProblemToWrite[] },
): Promise<void> {
  await tx.query(
    `insert into command.whistle (matter_id, number, title, area_code, whistler_id, ground, state, opened_at, due_at, closed_at, outcome, problems, longitude, latitude)
     select matter_id, number, title, area_code, whistler_id, ground, state, opened_at, due_at, closed_at, outcome, problems, longitude, latitude
     from jsonb_to_recordset($1::jsonb) as r(matter_id uuid, number text, title text, area_code text, whistler_id uuid, ground text, state text, opened_at timestamptz,
       due_at timestamptz, closed_at timestamptz, outcome text, problems int, longitude float8, latitude float8)
     on conflict (matter_id) do update set title = excluded.title, area_code = excluded.area_code, state = excluded.state, due_at = excluded.due_at,
       closed_at = excluded.closed_at, outcome = excluded.outcome, problems = excluded.problems`,
    [JSON.stringify(rows.whistles)],
  );
  await tx.query(
    `insert into command.whistle_unit (matter_id, organisation_id, role, listed, called_at, signed_at, sign_due, contacted_at, contact_due, arrived_at, arrive_due,
       metres, proof, done_at, ended_at, rated, rated_back)
     select matter_id, organisation_id, role, listed, called_at, signed_at, sign_due, contacted_at, contact_due, arrived_at, arrive_due, metres, proof, done_at, ended_at,
       rated, rated_back
     from jsonb_to_recordset($1::jsonb) as r(matter_id uuid, organisation_id uuid, role text, listed boolean, called_at timestamptz, signed_at timestamptz,
       sign_due timestamptz, contacted_at timestamptz, contact_due timestamptz, arrived_at timestamptz, arrive_due timestamptz, metres int, proof text,
       done_at timestamptz, ended_at timestamptz, rated smallint, rated_back smallint)
     on conflict (matter_id, organisation_id) do update set role = excluded.role, listed = excluded.listed, called_at = excluded.called_at,
       signed_at = excluded.signed_at, sign_due = excluded.sign_due, contacted_at = excluded.contacted_at, contact_due = excluded.contact_due,
       arrived_at = excluded.arrived_at, arrive_due = excluded.arrive_due, metres = excluded.metres, proof = excluded.proof, done_at = excluded.done_at,
       ended_at = excluded.ended_at, rated = excluded.rated, rated_back = excluded.rated_back`,
    [JSON.stringify(rows.units)],
  );
  await writeProblems(tx, rows.problems);
}

/** A case that stands in another open whistle meanwhile violates `whistle_problem_case_key`. */
export async function writeProblems(tx: Connection, problems: readonly ProblemToWrite[]): Promise<void> {
  await tx.query(
    `insert into command.whistle_problem (matter_id, no, title, category, case_id, case_number, open)
     select matter_id, no, title, category, case_id, case_number, open
     from jsonb_to_recordset($1::jsonb) as r(matter_id uuid, no int, title text, category text, case_id uuid, case_number text, open boolean)
     on conflict (matter_id, no) do update set title = excluded.title, open = excluded.open`,
    [JSON.stringify(problems)],
  );
}

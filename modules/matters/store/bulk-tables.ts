/** The tables of the ledger as complete histories are written into them: name and columns in the order of their values. */
export interface BulkTable {
  name: string;
  columns: readonly string[];
}

const table = (name: string, columns: string): BulkTable => ({ name, columns: columns.split(' ') });

export const matterTable = table(
  'matters.matter',
  'id number kind area_code category title body address location channel state state_since urgency reporter_id confidential public lead_id opened_at due_at closed_at outcome pending details external_source external_number version entries head',
);
export const entryTable = table(
  'matters.entry',
  'matter_id no at actor_kind actor_id actor_name post_title organisation_id action from_state to_state visibility note data salt digest hash',
);
export const partTable = table(
  'matters.part',
  'id matter_id organisation_id role assigned_at signed_at arrived_at done_at ended_at due_at result',
);
export const clockTable = table(
  'matters.clock',
  'id matter_id organisation_id name rule calendar amount unit started_at due_at stopped_at breached paused reminded',
);
export const pauseTable = table('matters.pause', 'clock_id from_at to_at reason approved_by');
export const ratingTable = table('matters.rating', 'id matter_id by at contacted resolved satisfaction reasons comment');
export const linkTable = table('matters.link', 'from_id to_id kind at');
export const wordingTable = table('matters.wording', 'matter_id grams');
export const factTable = table('platform.fact', 'at name subject area_code data');

/** Types under which the columns of a matter travel in arrays. */
export const matterTypes: Record<string, string> = {
  id: 'uuid',
  state_since: 'timestamptz',
  urgency: 'smallint',
  reporter_id: 'uuid',
  confidential: 'boolean',
  public: 'boolean',
  lead_id: 'uuid',
  opened_at: 'timestamptz',
  due_at: 'timestamptz',
  closed_at: 'timestamptz',
  version: 'int',
  entries: 'int',
};

/** A point of WGS 84 as the engine stores it (EWKB in hex, little-endian); null where a coordinate is missing. */
export function pointHex(longitude: number | null, latitude: number | null): string | null {
  if (longitude === null || latitude === null) return null;
  const bytes = Buffer.alloc(25);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(0x20000001, 1);
  bytes.writeUInt32LE(4326, 5);
  bytes.writeDoubleLE(longitude, 9);
  bytes.writeDoubleLE(latitude, 17);
  return bytes.toString('hex');
}

import type { DateOrder } from '@gongzhi/platform/spreadsheets';
import type { Bounds } from './import-place.ts';
import type { RefusalReason, WarningReason } from './import-reasons.ts';
import type { ImportedChannel, ImportedOutcome, ImportedState } from './import-words.ts';

export interface ImportOptions {
  /** IANA zone of times that carry no offset. */
  timezone: string;
  dateOrder?: DateOrder;
  coordinateSystem: 'wgs84' | 'gcj02' | 'bd09';
  /** Where a row gives no usable area code; null leaves it to the place. */
  defaultAreaCode: string | null;
  /** What lies outside is taken without a place. */
  bounds?: Bounds;
  /** The moment against which the future is judged. */
  now: Date;
}

/** A case as the file tells it; times are instants, the place is in `system` and not yet converted. */
export interface ImportedCase {
  row: number;
  /** The file's own number or, where no column has one, a fingerprint of the row, so that importing twice is importing once. */
  externalNumber: string;
  /** 1 to 120 characters, one line. */
  title: string;
  /** 1 to 8,000 characters; the title again where the file has no text. */
  body: string;
  openedAt: Date;
  dueAt: Date | null;
  /** Set exactly where the state is an ended one. */
  closedAt: Date | null;
  state: ImportedState;
  outcome: ImportedOutcome | null;
  channel: ImportedChannel;
  /** Up to 200 characters. */
  address: string | null;
  place: { longitude: number; latitude: number; system: ImportOptions['coordinateSystem'] } | null;
  reporter: { name: string | null; phone: string | null } | null;
  likes: number;
  dislikes: number;
  areaCode: string | null;
  /** The file's own words, to be matched with categories and units and kept with the case; up to 200 characters each. */
  said: Partial<Record<'state' | 'outcome' | 'channel' | 'category' | 'organisation', string>>;
}

export interface Remark<Reason> {
  row: number;
  /** Name of the column as in the file; empty where it concerns the whole row. */
  column: string;
  /** The value at fault, at most 80 characters; contact data masked. */
  value: string;
  reason: Reason;
}

export type ReadRow =
  | { ok: true; case: ImportedCase; warnings: Remark<WarningReason>[] }
  | { ok: false; refusals: Remark<RefusalReason>[] };
